/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/render/cw-plan-painter.h"

G_BEGIN_DECLS

#define CW_MINIMAP_WIDTH 180      /* [px] */
#define CW_MINIMAP_HEIGHT 120     /* [px] */
#define CW_MINIMAP_MOST_SHARE 0.4 /* of the package; where more is seen, it is not needed */

#define CW_TYPE_MINIMAP (cw_minimap_get_type ())

/**
 * CwMinimap:
 *
 * A small picture of the whole package, with a frame around the part that is seen.
 */
G_DECLARE_FINAL_TYPE (CwMinimap, cw_minimap, CW, MINIMAP, GtkWidget)

GtkWidget *cw_minimap_new (void);
void cw_minimap_set_design (CwMinimap *self, CwDesign *design);
void cw_minimap_set_style (CwMinimap *self, const CwPlanStyle *style);
void cw_minimap_set_seen (CwMinimap *self, CwBox seen);
CwSpot cw_minimap_get_spot (CwMinimap *self, CwPoint at);
gboolean cw_minimap_is_painted (CwMinimap *self);

G_END_DECLS
