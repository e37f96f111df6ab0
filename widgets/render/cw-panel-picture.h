/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-picture.h"

G_BEGIN_DECLS

void cw_panel_paint (cairo_t *cr, const CwDesign *design, const CwTheme *theme, int width,
                     int height);
GBytes *cw_panel_picture_to_bytes (const CwDesign *design, CwPictureFormat format, int width,
                                   int height, const CwTheme *theme, GError **error);

G_END_DECLS
