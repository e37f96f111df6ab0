/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-section-area-private.h"

#define ZOOM_STEP 1.25
#define SCROLL_STEP 60    /* [px] */
#define STRETCH_MAX 100.0 /* of z against s */
#define SCALE_MAX 1.0     /* [px/nm] */
#define SCALE_MIN 1e-7    /* [px/nm] */

static void
get_place (CwSectionArea *self, double x, double y, double *s, double *z)
{
  *s = self->view.s + x / self->view.scale_s;
  *z = self->view.z - y / self->view.scale_z;
}

gssize
cw_section_area_find_piece (CwSectionArea *self)
{
  double s;
  double z;

  if (self->section == NULL || !self->has_pointer)
    return -1;
  get_place (self, self->x, self->y, &s, &z);
  if (fabs (s) > CW_COORD_MAX || fabs (z) > CW_COORD_MAX)
    return -1;

  return cw_section_find (self->section, (CwCoord) rint (s), (CwCoord) rint (z));
}

static void
set_view (CwSectionArea *self, const CwSectionView *view)
{
  self->fitted = FALSE;
  self->view = *view;
  self->view.scale_s = CLAMP (view->scale_s, SCALE_MIN, SCALE_MAX);
  self->view.scale_z
      = CLAMP (view->scale_z, self->view.scale_s / STRETCH_MAX, self->view.scale_s * STRETCH_MAX);
  cw_section_area_redraw (self);
  cw_section_area_update (self);
}

static void
zoom_at (CwSectionArea *self, double factor_s, double factor_z, double x, double y)
{
  CwSectionView view = self->view;

  view.scale_s = CLAMP (view.scale_s * factor_s, SCALE_MIN, SCALE_MAX);
  view.scale_z
      = CLAMP (view.scale_z * factor_z, view.scale_s / STRETCH_MAX, view.scale_s * STRETCH_MAX);
  view.s = self->view.s + x / self->view.scale_s - x / view.scale_s;
  view.z = self->view.z - y / self->view.scale_z + y / view.scale_z;
  set_view (self, &view);
}

static void
pan (CwSectionArea *self, double right, double down)
{
  CwSectionView view = self->view;

  view.s += right / view.scale_s;
  view.z -= down / view.scale_z;
  set_view (self, &view);
}

static gboolean
scrolled (GtkEventControllerScroll *controller, double dx, double dy, CwSectionArea *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  double factor = pow (ZOOM_STEP, -(dx + dy));

  if (self->section == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    pan (self, dx, dy);
  else if ((state & GDK_ALT_MASK) != 0 || (control && shift))
    zoom_at (self, 1, factor, self->x, self->y);
  else if (control)
    pan (self, (dx + dy) * SCROLL_STEP, 0);
  else if (shift)
    pan (self, 0, (dx + dy) * SCROLL_STEP);
  else
    zoom_at (self, factor, factor, self->x, self->y);

  return GDK_EVENT_STOP;
}

static void
tell_pointer (CwSectionArea *self)
{
  double s = 0;
  double z = 0;

  if (self->section == NULL || self->editor == NULL)
    return;
  get_place (self, self->x, self->y, &s, &z);
  cw_editor_set_along (
      self->editor, self->has_pointer ? (gint64) CLAMP (s, 0, cw_section_get_length (self->section))
                                      : CW_ALONG_NONE);
  g_signal_emit_by_name (self, "hovered", self->has_pointer, s, z);
}

static void
moved (GtkEventControllerMotion *controller, double x, double y, CwSectionArea *self)
{
  self->x = x;
  self->y = y;
  self->has_pointer = TRUE;
  tell_pointer (self);
  cw_section_area_hover_edge (self);
  gtk_widget_queue_draw (self->live);
}

static void
left (GtkEventControllerMotion *controller, CwSectionArea *self)
{
  self->has_pointer = FALSE;
  tell_pointer (self);
  cw_section_area_hover_edge (self);
  gtk_widget_queue_draw (self->live);
}

/* no item: the level is pointed out instead; beside everything, none is */
static void
mark_level (CwSectionArea *self, const CwSectionPiece *piece)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.marked_level = piece != NULL && piece->item == CW_ID_NONE ? piece->level : CW_LEVEL_NONE;
  cw_tool_host_set_settings (host, &settings);
}

static void
clicked (GtkGestureClick *gesture, int n_press, double x, double y, CwSectionArea *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint modifiers = ((state & GDK_SHIFT_MASK) != 0 ? CW_TOOL_SHIFT : 0)
                    | ((state & GDK_CONTROL_MASK) != 0 ? CW_TOOL_CTRL : 0);
  const CwSectionPiece *piece;
  CwSelection *selection;
  gssize index;
  CwPick pick;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->x = x;
  self->y = y;
  index = cw_section_area_find_piece (self);
  if (self->editor == NULL || self->section == NULL || self->dragging)
    return;
  selection = cw_editor_get_selection (self->editor);
  piece = index >= 0 ? cw_section_get_piece (self->section, (gsize) index) : NULL;
  mark_level (self, piece);
  if (piece == NULL || piece->item == CW_ID_NONE
      || cw_design_get_item (cw_editor_get_design (self->editor), piece->item) == NULL)
    {
      if (modifiers == 0)
        cw_selection_clear (selection);
      return;
    }
  pick.item = piece->item;
  pick.part = cw_id_get_kind (piece->item) == CW_ITEM_DIE ? piece->part : 0;
  cw_selection_change (selection, cw_select_mode_for_click (modifiers), &pick, 1);
}

static void
pan_began (GtkGestureDrag *gesture, double x, double y, CwSectionArea *self)
{
  self->drag_view = self->view;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
panned (GtkGestureDrag *gesture, double dx, double dy, CwSectionArea *self)
{
  CwSectionView view = self->drag_view;

  view.s -= dx / view.scale_s;
  view.z += dy / view.scale_z;
  set_view (self, &view);
}

static void
pan_ended (GtkGestureDrag *gesture, double dx, double dy, CwSectionArea *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwSectionArea *self)
{
  double step = SCROLL_STEP;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      return cw_section_area_cancel_edge (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Home:
      cw_section_area_fit (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
      pan (self, -step, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
      pan (self, step, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
      pan (self, 0, -step);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
      pan (self, 0, step);
      return GDK_EVENT_STOP;

    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      zoom_at (self, ZOOM_STEP, ZOOM_STEP, self->x, self->y);
      return GDK_EVENT_STOP;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_at (self, 1 / ZOOM_STEP, 1 / ZOOM_STEP, self->x, self->y);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
cw_section_area_add_controllers (CwSectionArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  cw_section_area_add_edge_drag (self);
  g_signal_connect (motion, "enter", G_CALLBACK (moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_MIDDLE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (pan_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (panned), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (pan_ended), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
