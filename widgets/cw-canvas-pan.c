/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/render/cw-auto-pan.h"

#define SETTLE 400      /* a view that stays so long is gone back to [ms] */
#define DRAG_LEAST 8    /* a click near the border is no drag [px] */
#define FRAME_MOST 0.05 /* time that a late frame makes up for [s] */

static gboolean
note_view (gpointer data)
{
  CwCanvas *self = data;

  self->settle = 0;
  cw_view_history_add (self->history, &self->exact);

  return G_SOURCE_REMOVE;
}

/* each view that was looked at for a while becomes one that can be gone back to */
void
cw_canvas_note_view (CwCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE, note_view, self);
}

/**
 * cw_canvas_go_back:
 * @self: a canvas
 * @step: -1 for the view before, 1 for the one after it
 *
 * Goes back to an earlier view, or forth again.
 *
 * Returns: whether there is one
 */
gboolean
cw_canvas_go_back (CwCanvas *self, int step)
{
  CwPlanView view;

  g_return_val_if_fail (CW_IS_CANVAS (self), FALSE);

  if (self->settle != 0)
    {
      g_clear_handle_id (&self->settle, g_source_remove);
      cw_view_history_add (self->history, &self->exact);
    }
  if (!cw_view_history_go (self->history, step, &view))
    return FALSE;
  cw_canvas_set_view (self, &view);
  g_clear_handle_id (&self->settle, g_source_remove);

  return TRUE;
}

static gboolean
is_over_window (CwCanvas *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t at;

  return root != NULL
         && gtk_widget_compute_point (GTK_WIDGET (self), root,
                                      &GRAPHENE_POINT_INIT ((float) self->x, (float) self->y), &at)
         && at.x >= 0 && at.y >= 0 && at.x <= (float) gtk_widget_get_width (root)
         && at.y <= (float) gtk_widget_get_height (root);
}

/* once a frame while something is dragged */
static gboolean
follow_drag (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CwCanvas *self = CW_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = CLAMP ((now - self->pan_time) / (double) G_USEC_PER_SEC, 0, FRAME_MOST);
  CwSpot speed = cw_auto_pan_get_speed ((CwSpot){ self->x, self->y }, gtk_widget_get_width (widget),
                                        gtk_widget_get_height (widget));

  self->pan_time = now;
  if (hypot (self->x - self->press_at.x, self->y - self->press_at.y) >= DRAG_LEAST)
    self->pan_armed = TRUE;
  if (self->editor == NULL
      || cw_tool_get_state (cw_editor_get_tool (self->editor)) != CW_TOOL_ACTIVE)
    return G_SOURCE_CONTINUE;
  if (!self->pan_armed || (speed.x == 0 && speed.y == 0) || !is_over_window (self))
    return G_SOURCE_CONTINUE;
  cw_canvas_pan (self, speed.x * passed, speed.y * passed);
  cw_canvas_send_motion (self);

  return G_SOURCE_CONTINUE;
}

void
cw_canvas_begin_auto_pan (CwCanvas *self)
{
  cw_canvas_end_auto_pan (self);
  self->pan_armed = FALSE;
  self->pan_time = g_get_monotonic_time ();
  self->auto_pan = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_drag, NULL, NULL);
}

void
cw_canvas_end_auto_pan (CwCanvas *self)
{
  if (self->auto_pan != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->auto_pan);
  self->auto_pan = 0;
}
