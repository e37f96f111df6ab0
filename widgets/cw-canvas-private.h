/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-canvas.h"
#include "widgets/cw-hud.h"
#include "widgets/cw-paint-layer.h"
#include "widgets/cw-tile-layer.h"

G_BEGIN_DECLS

#define CW_CANVAS_SCALE_MAX (1.0)  /* 1 nm a pixel [px/nm] */
#define CW_CANVAS_SCALE_MIN (1e-7) /* 10 mm a pixel */
#define CW_CANVAS_ZOOM_STEP (1.25)

/* what a drag of the canvas itself does */
typedef enum
{
  CW_DRAG_NONE,
  CW_DRAG_PAN,
  CW_DRAG_ZOOM_BOX,
} CwCanvasDrag;

struct _CwCanvas
{
  GtkWidget parent_instance;

  GtkWidget *tiles;
  GtkWidget *marks; /* what stays: selection, broken rules, section line, scale bar */
  GtkWidget *live;  /* what follows the pointer */
  GtkWidget *hud;

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
  gboolean space; /* held */
  gboolean crosshair;
  CwCanvasDrag drag;
  CwSpot drag_from;
  CwSpot drag_to;
  CwPlanView drag_view;
  guint32 press_time;
  CwSpot press_at;
  gboolean had_double;
  double pinch_scale;
  guint describe;
};

/* cw-canvas.c */
void cw_canvas_redraw_marks (CwCanvas *self);

/* cw-canvas-input.c */
void cw_canvas_add_controllers (CwCanvas *self);
void cw_canvas_update_cursor (CwCanvas *self);
guint cw_canvas_get_modifiers (GdkModifierType state);
void cw_canvas_zoom_at (CwCanvas *self, double factor, double x, double y);

/* cw-canvas-marks.c */
void cw_canvas_paint_marks (GtkSnapshot *snapshot, int width, int height, gpointer user_data);

/* cw-canvas-live.c */
void cw_canvas_paint_live (GtkSnapshot *snapshot, int width, int height, gpointer user_data);

G_END_DECLS
