/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-picture.h"

G_BEGIN_DECLS

/**
 * CwPictureSurface:
 * @surface: what is painted on
 * @cr: its context, in pixels
 * @bytes: the file so far
 * @format: format of the picture
 *
 * A picture on its way to a file.
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  CwPictureFormat format;
} CwPictureSurface;

gboolean cw_picture_surface_begin (CwPictureSurface *self, CwPictureFormat format, int width,
                                   int height, GError **error);
GBytes *cw_picture_surface_finish (CwPictureSurface *self, GError **error);

G_END_DECLS
