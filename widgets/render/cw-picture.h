/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-plan-painter.h"
#include "widgets/render/cw-section-painter.h"

G_BEGIN_DECLS

#define CW_PICTURE_SIZE_MAX 20000

/**
 * CwPictureFormat:
 * @CW_PICTURE_PNG: pixels
 * @CW_PICTURE_SVG: paths
 * @CW_PICTURE_PDF: paths on one page
 *
 * The formats that pictures are written in.
 */
typedef enum
{
  CW_PICTURE_PNG,
  CW_PICTURE_SVG,
  CW_PICTURE_PDF,
} CwPictureFormat;

gboolean cw_picture_format_parse (const char *path, CwPictureFormat *format, GError **error);
GBytes *cw_picture_plan_to_bytes (const CwDesign *design, CwPictureFormat format, int width,
                                  int height, const CwBox *area, const CwPlanStyle *style,
                                  const char *title, GError **error);
GBytes *cw_picture_mask_to_bytes (const CwDesign *design, CwPictureFormat format, int width,
                                  int height, const CwBox *area, guint64 levels, GError **error);
GBytes *cw_picture_section_to_bytes (CwSection *section, const CwDesign *design,
                                     CwPictureFormat format, int width, int height,
                                     const CwTheme *theme, double factor, const char *title,
                                     GError **error);
GBytes *cw_picture_styled_section_to_bytes (CwSection *section, const CwDesign *design,
                                            CwPictureFormat format, int width, int height,
                                            const CwSectionStyle *style, double factor,
                                            const char *title, const char *caption, GError **error);

G_END_DECLS
