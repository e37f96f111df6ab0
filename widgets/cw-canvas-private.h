/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-canvas.h"
#include "widgets/cw-hud.h"
#include "widgets/cw-minimap.h"
#include "widgets/cw-paint-layer.h"
#include "widgets/cw-tile-layer.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/render/cw-view-history.h"

G_BEGIN_DECLS

#define CW_CANVAS_ZOOM_STEP (1.25)

/* what a drag of the canvas itself does */
typedef enum
{
  CW_DRAG_NONE,
  CW_DRAG_PAN,
  CW_DRAG_ZOOM_BOX,
} CwCanvasDrag;

/* which missing connections are shown */
typedef enum
{
  CW_AIRWIRES_ALL,
  CW_AIRWIRES_SELECTED,
  CW_AIRWIRES_NONE,
} CwAirwireMode;

struct _CwCanvas
{
  GtkWidget parent_instance;

  GtkWidget *tiles;
  GtkWidget *marks; /* what stays: selection, broken rules, section line, scale bar */
  GtkWidget *live;  /* what follows the pointer */
  GtkWidget *hud;
  GtkWidget *place; /* where a place to go to is typed */
  GtkWidget *minimap;

  CwEditor *editor;
  const CwTheme *theme;
  CwPlanView view;  /* on whole device pixels */
  CwPlanView exact; /* as asked for: many small steps add up to no drift */
  gboolean dimmed;  /* all levels but the active one */
  gboolean fitted;  /* shows the whole package and goes on doing so when resized */
  gssize violation;

  double x; /* pointer [px] */
  double y;
  CwSpot hud_at;
  gboolean space;    /* held */
  gint64 space_time; /* when it went down [µs], 0 once it was more than a tap */
  CwSpot space_at;
  gboolean crosshair;
  CwCanvasDrag drag;
  CwSpot drag_from;
  CwSpot drag_to;
  CwPlanView drag_view;
  guint32 press_time;
  CwSpot press_at;
  gboolean had_double;
  double pinch_scale;
  double pinch_most; /* how far the fingers went apart or together, as a logarithm */
  guint32 pinch_time;
  CwSpot pinch_at;
  guint describe;

  /* cw-canvas-look.c */
  gboolean rulers;
  gboolean grid;
  gboolean full_crosshair;
  gboolean minimap_wanted;
  double minimap_scale; /* of its usual size */
  CwAirwireMode airwires;
  double ui_scale; /* 1 to 3 */

  /* cw-canvas-pan.c */
  CwViewHistory *history;
  guint settle;
  guint auto_pan;
  gboolean pan_armed;
  gint64 pan_time; /* [µs] */
  guint modifiers; /* of the last event of the pointer */

  /* cw-canvas-hover.c */
  guint hover_wait;
  char *hover_text;

  /* cw-canvas-findings.c */
  GArray *airwire_ends; /* of CwPoint, two an airwire */
  GArray *clusters;     /* of CwMarkerCluster */
  GArray *marked;       /* of gsize: the violation of each marker of them */
  CwCheckResult *found_in;
  guint64 found_levels;
  gint64 found_cell;
  gssize found_but;
  gboolean findings_stale;
};

/* cw-canvas.c */
void cw_canvas_redraw_marks (CwCanvas *self);
void cw_canvas_update_style (CwCanvas *self);

/* cw-canvas-input.c */
void cw_canvas_add_controllers (CwCanvas *self);
void cw_canvas_update_cursor (CwCanvas *self);
guint cw_canvas_get_modifiers (GdkModifierType state);
void cw_canvas_zoom_at (CwCanvas *self, double factor, double x, double y);
void cw_canvas_send_motion (CwCanvas *self);
void cw_canvas_put_crosshair (CwCanvas *self, CwPoint at);

/* cw-canvas-look.c */
void cw_canvas_install_properties (GObjectClass *klass);
void cw_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec);
void cw_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec);

/* cw-canvas-pan.c */
void cw_canvas_note_view (CwCanvas *self);
void cw_canvas_begin_auto_pan (CwCanvas *self);
void cw_canvas_end_auto_pan (CwCanvas *self);

/* cw-canvas-hover.c */
void cw_canvas_restart_hover (CwCanvas *self);
void cw_canvas_stop_hover (CwCanvas *self);
gboolean cw_canvas_show_level (CwCanvas *self);
void cw_canvas_paint_hover (CwCanvas *self, GtkSnapshot *snapshot, CwOverlay *overlay, CwSpot at);

/* cw-canvas-findings.c */
void cw_canvas_paint_findings (CwCanvas *self, const CwOverlay *overlay);
void cw_canvas_forget_findings (CwCanvas *self);

/* cw-canvas-goto.c */
GtkWidget *cw_canvas_make_place_entry (CwCanvas *self);

/* cw-canvas-view.c */
void cw_canvas_update_minimap (CwCanvas *self);

/* cw-canvas-marks.c */
CwOverlay cw_canvas_begin_overlay (CwCanvas *self, GtkSnapshot *snapshot, int width, int height);
void cw_canvas_paint_marks (GtkSnapshot *snapshot, int width, int height, gpointer user_data);

/* cw-canvas-live.c */
void cw_canvas_paint_live (GtkSnapshot *snapshot, int width, int height, gpointer user_data);

G_END_DECLS
