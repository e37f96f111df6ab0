/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/render/cw-section-painter.h"

G_BEGIN_DECLS

#define CW_TYPE_SECTION_AREA (cw_section_area_get_type ())

/**
 * CwSectionArea:
 *
 * The cross-section along the section line, which follows the line and what is being drawn.
 */
G_DECLARE_FINAL_TYPE (CwSectionArea, cw_section_area, CW, SECTION_AREA, GtkWidget)

GtkWidget *cw_section_area_new (void);
void cw_section_area_set_editor (CwSectionArea *self, CwEditor *editor);
void cw_section_area_set_theme (CwSectionArea *self, CwThemeKind kind);
void cw_section_area_set_look (CwSectionArea *self, gboolean black_white, gboolean legend,
                               gboolean dimensions);
void cw_section_area_set_ratio (CwSectionArea *self, double ratio);
void cw_section_area_set_factor (CwSectionArea *self, double factor);
void cw_section_area_fit (CwSectionArea *self);
CwSpot cw_section_area_get_spot (CwSectionArea *self, CwPoint place);
CwSection *cw_section_area_get_section (CwSectionArea *self);
gboolean cw_section_area_is_settled (CwSectionArea *self);

G_END_DECLS
