/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/render/cw-overlay.h"

#define BOX_LEAST 6       /* a right drag below is a click [px] */
#define SCROLL_STEP 60    /* of a wheel with Ctrl or Shift [px] */
#define SPACE_TIME 250    /* Space held longer is for dragging [ms] */
#define SPACE_MOTION 4    /* and Space with more motion too [px] */
#define CROSSHAIR_LEAST 8 /* least step of the arrow keys [px] */
#define TAP_TIME 300      /* longest tap of two fingers [ms] */
#define TAP_SCALE 0.06    /* most that they move apart, as a logarithm */

guint
cw_canvas_get_modifiers (GdkModifierType state)
{
  return ((state & GDK_SHIFT_MASK) != 0 ? CW_TOOL_SHIFT : 0)
         | ((state & GDK_CONTROL_MASK) != 0 ? CW_TOOL_CTRL : 0)
         | ((state & GDK_ALT_MASK) != 0 ? CW_TOOL_ALT : 0);
}

static guint
get_event_modifiers (gpointer controller)
{
  return cw_canvas_get_modifiers (
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)));
}

/* what is caught around the pointer grows with what is drawn [nm] */
static double
get_pixel (CwCanvas *self)
{
  return self->ui_scale / self->view.scale;
}

static CwToolAnswer
send (CwCanvas *self, CwToolEventType type, double x, double y, guint modifiers)
{
  if (self->editor == NULL)
    return CW_TOOL_PASS;

  self->x = x;
  self->y = y;
  self->modifiers = modifiers;

  return cw_editor_send_pointer (self->editor, type, cw_canvas_get_point (self, x, y), modifiers,
                                 get_pixel (self));
}

/* what a click would take is named by the cursor */
void
cw_canvas_update_cursor (CwCanvas *self)
{
  const char *name = "default";
  CwTool *tool = self->editor != NULL ? cw_editor_get_tool (self->editor) : NULL;

  if (self->drag == CW_DRAG_PAN)
    name = "grabbing";
  else if (self->space)
    name = "grab";
  else if (self->drag == CW_DRAG_ZOOM_BOX)
    name = "zoom-in";
  else if (tool != NULL && strcmp (cw_tool_get_info (tool)->name, "select") != 0)
    name = cw_tool_get_message (tool) != NULL ? "not-allowed" : "crosshair";
  else if (tool != NULL && cw_tool_get_state (tool) == CW_TOOL_ACTIVE)
    name = cw_tool_get_preview (tool) != NULL ? "move" : "crosshair";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

void
cw_canvas_zoom_at (CwCanvas *self, double factor, double x, double y)
{
  CwPlanView view = self->exact;

  cw_plan_view_zoom (&view, factor, (CwSpot){ x, y });
  cw_canvas_set_view (self, &view);
}

/* the view moved below the pointer */
void
cw_canvas_send_motion (CwCanvas *self)
{
  send (self, CW_TOOL_MOTION, self->x, self->y, self->modifiers);
}

static void
begin_pan (CwCanvas *self, double x, double y)
{
  self->drag = CW_DRAG_PAN;
  self->drag_from = (CwSpot){ x, y };
  self->drag_view = self->exact;
  cw_canvas_update_cursor (self);
}

static void
pan_to (CwCanvas *self, double dx, double dy)
{
  CwPlanView view = self->drag_view;

  view.x -= dx / view.scale;
  view.y += dy / view.scale;
  cw_canvas_set_view (self, &view);
}

static void
end_drag (CwCanvas *self)
{
  self->drag = CW_DRAG_NONE;
  cw_canvas_update_cursor (self);
  gtk_widget_queue_draw (self->live);
}

static gboolean
is_second_press (CwCanvas *self, double x, double y, guint32 time)
{
  int within;
  int distance;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &within,
                "gtk-double-click-distance", &distance, NULL);

  return !self->had_double && self->press_time != 0 && time - self->press_time <= (guint32) within
         && fabs (x - self->press_at.x) <= distance && fabs (y - self->press_at.y) <= distance;
}

static void
primary_begin (GtkGestureDrag *gesture, double x, double y, CwCanvas *self)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  guint modifiers = get_event_modifiers (gesture);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  cw_canvas_close_fields (self);
  self->crosshair = FALSE;
  if (self->space)
    {
      self->space_time = 0;
      begin_pan (self, x, y);
      return;
    }
  cw_canvas_stop_hover (self);
  if (cw_canvas_show_level (self))
    return;
  self->had_double = is_second_press (self, x, y, time);
  send (self, self->had_double ? CW_TOOL_DOUBLE_CLICK : CW_TOOL_PRESS, x, y, modifiers);
  self->press_time = time;
  self->press_at = (CwSpot){ x, y };
  cw_canvas_begin_auto_pan (self);
}

static void
primary_update (GtkGestureDrag *gesture, double dx, double dy, CwCanvas *self)
{
  if (self->drag == CW_DRAG_PAN)
    pan_to (self, dx, dy);
}

static void
primary_end (GtkGestureDrag *gesture, double dx, double dy, CwCanvas *self)
{
  double x;
  double y;

  if (self->drag == CW_DRAG_PAN)
    {
      end_drag (self);
      return;
    }
  cw_canvas_end_auto_pan (self);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  send (self, CW_TOOL_RELEASE, x + dx, y + dy, get_event_modifiers (gesture));
}

static void
middle_begin (GtkGestureDrag *gesture, double x, double y, CwCanvas *self)
{
  begin_pan (self, x, y);
}

static void
middle_end (GtkGestureDrag *gesture, double dx, double dy, CwCanvas *self)
{
  end_drag (self);
}

static void
secondary_update (GtkGestureDrag *gesture, double dx, double dy, CwCanvas *self)
{
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == CW_DRAG_NONE && hypot (dx, dy) > BOX_LEAST)
    {
      self->drag = CW_DRAG_ZOOM_BOX;
      self->drag_from = (CwSpot){ x, y };
      cw_canvas_update_cursor (self);
    }
  self->drag_to = (CwSpot){ x + dx, y + dy };
  gtk_widget_queue_draw (self->live);
}

/* to the lower right the box fills the canvas, to the upper left the canvas shrinks into it */
static void
zoom_to_box (CwCanvas *self, double dx, double dy)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double factor = MIN (width / MAX (fabs (dx), 1), height / MAX (fabs (dy), 1));
  double x = self->drag_from.x + dx / 2;
  double y = self->drag_from.y + dy / 2;

  if (dx < 0 || dy < 0)
    factor = 1 / factor;
  cw_canvas_zoom_at (self, factor, x, y);
  cw_canvas_pan (self, x - width / 2, y - height / 2);
}

static void
secondary_end (GtkGestureDrag *gesture, double dx, double dy, CwCanvas *self)
{
  double x;
  double y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == CW_DRAG_ZOOM_BOX)
    {
      zoom_to_box (self, dx, dy);
      end_drag (self);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  send (self, CW_TOOL_RIGHT_CLICK, x, y, get_event_modifiers (gesture));
}

static void
long_pressed (GtkGestureLongPress *gesture, double x, double y, CwCanvas *self)
{
  GdkDevice *device
      = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  gboolean is_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;

  /* a finger has no second button */
  if (self->drag == CW_DRAG_NONE)
    send (self, is_touch ? CW_TOOL_RIGHT_CLICK : CW_TOOL_LONG_PRESS, x, y,
          get_event_modifiers (gesture));
}

/* over the minimap the pointer is not over the plan */
static gboolean
is_over_minimap (CwCanvas *self, double x, double y)
{
  graphene_rect_t bounds;

  return gtk_widget_get_visible (self->minimap)
         && gtk_widget_compute_bounds (self->minimap, GTK_WIDGET (self), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
left (GtkEventControllerMotion *controller, CwCanvas *self)
{
  cw_canvas_stop_hover (self);
  if (self->editor != NULL)
    cw_editor_leave (self->editor);
}

static void
moved (GtkEventControllerMotion *controller, double x, double y, CwCanvas *self)
{
  if (x == self->x && y == self->y && self->crosshair)
    return;
  self->crosshair = FALSE;
  if (hypot (x - self->space_at.x, y - self->space_at.y) > SPACE_MOTION)
    self->space_time = 0;
  if (self->auto_pan == 0 && is_over_minimap (self, x, y))
    {
      left (controller, self);
      return;
    }
  if (self->drag == CW_DRAG_NONE)
    send (self, CW_TOOL_MOTION, x, y, get_event_modifiers (controller));
  cw_canvas_restart_hover (self);
}

static gboolean
scrolled (GtkEventControllerScroll *controller, double dx, double dy, CwCanvas *self)
{
  guint modifiers = get_event_modifiers (controller);

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    {
      if ((modifiers & CW_TOOL_CTRL) != 0)
        cw_canvas_zoom_at (self, exp (-dy * 0.01), self->x, self->y);
      else
        cw_canvas_pan (self, dx, dy);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & CW_TOOL_CTRL) != 0)
    cw_canvas_pan (self, (dx + dy) * SCROLL_STEP, 0);
  else if ((modifiers & CW_TOOL_SHIFT) != 0)
    cw_canvas_pan (self, 0, (dx + dy) * SCROLL_STEP);
  else if (dy != 0)
    cw_canvas_zoom_at (self, pow (CW_CANVAS_ZOOM_STEP, -dy), self->x, self->y);
  else
    cw_canvas_pan (self, dx * SCROLL_STEP, 0);
  /* what the pointer is over moved away below it */
  send (self, CW_TOOL_MOTION, self->x, self->y, modifiers);

  return GDK_EVENT_STOP;
}

static void
pinch_began (GtkGesture *gesture, GdkEventSequence *sequence, CwCanvas *self)
{
  self->pinch_scale = 1;
  self->pinch_most = 0;
  self->pinch_time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_at.x, &self->pinch_at.y);
}

static void
pinched (GtkGestureZoom *gesture, double scale, CwCanvas *self)
{
  double x = self->x;
  double y = self->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  self->pinch_most = MAX (self->pinch_most, fabs (log (scale)));
  cw_canvas_zoom_at (self, scale / self->pinch_scale, x, y);
  self->pinch_scale = scale;
}

/* two fingers that touch and leave without moving ask for the menu */
static void
pinch_ended (GtkGesture *gesture, GdkEventSequence *sequence, CwCanvas *self)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  if (time - self->pinch_time <= TAP_TIME && self->pinch_most < TAP_SCALE)
    send (self, CW_TOOL_RIGHT_CLICK, self->pinch_at.x, self->pinch_at.y, 0);
}

/* the name by which tools know a key: letters small, signs as they are typed */
static char *
dup_key_name (guint keyval, GdkModifierType state)
{
  GdkModifierType mask
      = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  guint lower = gdk_keyval_to_lower (keyval);
  gunichar character = gdk_keyval_to_unicode (lower);

  if (keyval == GDK_KEY_ISO_Left_Tab)
    lower = GDK_KEY_Tab;
  if (character != 0 && g_unichar_isgraph (character) && !g_unichar_isalpha (character)
      && ((mask & GDK_CONTROL_MASK) == 0 || !g_unichar_isdigit (character)))
    mask &= ~GDK_SHIFT_MASK;

  return gtk_accelerator_name (lower, mask);
}

void
cw_canvas_put_crosshair (CwCanvas *self, CwPoint at)
{
  CwSpot spot = cw_canvas_get_spot (self, at);

  self->crosshair = TRUE;
  self->x = spot.x;
  self->y = spot.y;
  cw_editor_send_pointer (self->editor, CW_TOOL_MOTION, at, 0, get_pixel (self));
}

static void
move_crosshair (CwCanvas *self, int dx, int dy, guint modifiers)
{
  const CwToolSettings *settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  CwCoord least = cw_overlay_pick_step (self->view.scale / self->ui_scale, CROSSHAIR_LEAST);
  CwCoord step = MAX (settings->grid, least) * ((modifiers & CW_TOOL_SHIFT) != 0 ? 10 : 1);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  CwPoint at;
  CwSpot spot;

  if (!cw_editor_get_pointer (self->editor, &at))
    at = cw_canvas_get_point (self, width / 2, height / 2);
  at.x = (CwCoord) CLAMP ((gint64) at.x + dx * step, -CW_COORD_MAX, CW_COORD_MAX);
  at.y = (CwCoord) CLAMP ((gint64) at.y + dy * step, -CW_COORD_MAX, CW_COORD_MAX);
  spot = cw_canvas_get_spot (self, at);
  if (spot.x < 0 || spot.y < 0 || spot.x > width || spot.y > height)
    {
      cw_canvas_pan (self, spot.x - width / 2, spot.y - height / 2);
      spot = cw_canvas_get_spot (self, at);
    }
  self->crosshair = TRUE;
  self->x = spot.x;
  self->y = spot.y;
  cw_editor_send_pointer (self->editor, CW_TOOL_MOTION, at, modifiers & ~CW_TOOL_SHIFT,
                          get_pixel (self));
}

static gboolean
handle_arrow (CwCanvas *self, guint keyval, guint modifiers)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / 8.0;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / 8.0;
  int dx = (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
           - (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left);
  int dy = (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
           - (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down);

  if ((dx == 0 && dy == 0) || (modifiers & CW_TOOL_ALT) != 0)
    return FALSE;
  if ((modifiers & CW_TOOL_CTRL) != 0)
    cw_canvas_pan (self, dx * width, -dy * height);
  else
    move_crosshair (self, dx, dy, modifiers);

  return TRUE;
}

/**
 * cw_canvas_send_key:
 * @self: a canvas
 * @keyval: a key
 * @state: modifiers that are held
 *
 * Lets the tool in hand act on a key, as if the canvas had the focus.
 *
 * Returns: whether it did
 */
gboolean
cw_canvas_send_key (CwCanvas *self, guint keyval, GdkModifierType state)
{
  guint modifiers = cw_canvas_get_modifiers (state);
  gunichar character = gdk_keyval_to_unicode (keyval);
  g_autofree char *name = NULL;

  g_return_val_if_fail (CW_IS_CANVAS (self), FALSE);

  if (self->editor == NULL)
    return FALSE;
  name = dup_key_name (keyval, state);
  if (cw_editor_send_key (self->editor, name, modifiers) != CW_TOOL_PASS)
    return TRUE;
  if ((modifiers & (CW_TOOL_CTRL | CW_TOOL_ALT)) == 0
      && (g_unichar_isdigit (character) || character == '-' || character == '.'))
    {
      char text[7] = { 0 };

      g_unichar_to_utf8 (character, text);
      return cw_editor_type (self->editor, text) != CW_TOOL_PASS;
    }

  return FALSE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwCanvas *self)
{
  guint modifiers = cw_canvas_get_modifiers (state);

  /* keys that the fields beside the pointer left over are none of the tool's */
  if (self->editor == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space && modifiers == 0)
    {
      if (!self->space)
        {
          self->space_time = g_get_monotonic_time ();
          self->space_at = (CwSpot){ self->x, self->y };
        }
      self->space = TRUE;
      cw_canvas_update_cursor (self);
      return GDK_EVENT_STOP;
    }
  if (cw_canvas_send_key (self, keyval, state) || handle_arrow (self, keyval, modifiers))
    return GDK_EVENT_STOP;

  return GDK_EVENT_PROPAGATE;
}

static void
key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
              CwCanvas *self)
{
  gboolean tapped;

  if (keyval != GDK_KEY_space || !self->space)
    return;
  tapped = self->space_time != 0 && self->drag == CW_DRAG_NONE
           && g_get_monotonic_time () - self->space_time < SPACE_TIME * 1000;
  self->space = FALSE;
  cw_canvas_update_cursor (self);
  if (tapped)
    g_signal_emit_by_name (self, "space-tapped");
}

/* a modifier changes what the pointer does without its being moved */
static gboolean
modifiers_changed (GtkEventControllerKey *controller, GdkModifierType state, CwCanvas *self)
{
  CwPoint at;

  if (self->editor != NULL && cw_editor_get_pointer (self->editor, &at)
      && self->drag == CW_DRAG_NONE)
    cw_editor_send_pointer (self->editor, CW_TOOL_MOTION, at, cw_canvas_get_modifiers (state),
                            get_pixel (self));

  return GDK_EVENT_PROPAGATE;
}

static void
focus_left (GtkEventControllerFocus *controller, CwCanvas *self)
{
  CwToolEvent event = { .type = CW_TOOL_FOCUS_OUT, .pixel = get_pixel (self) };

  self->space = FALSE;
  if (self->editor == NULL)
    return;
  cw_editor_get_pointer (self->editor, &event.at);
  cw_editor_send (self->editor, &event);
}

static GtkGesture *
add_drag (CwCanvas *self, guint button, GCallback begin, GCallback update, GCallback end)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  if (begin != NULL)
    g_signal_connect (gesture, "drag-begin", begin, self);
  if (update != NULL)
    g_signal_connect (gesture, "drag-update", update, self);
  g_signal_connect (gesture, "drag-end", end, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  return gesture;
}

void
cw_canvas_add_controllers (CwCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkGesture *drag = add_drag (self, GDK_BUTTON_PRIMARY, G_CALLBACK (primary_begin),
                               G_CALLBACK (primary_update), G_CALLBACK (primary_end));

  add_drag (self, GDK_BUTTON_MIDDLE, G_CALLBACK (middle_begin), G_CALLBACK (primary_update),
            G_CALLBACK (middle_end));
  add_drag (self, GDK_BUTTON_SECONDARY, NULL, G_CALLBACK (secondary_update),
            G_CALLBACK (secondary_end));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (hold), GDK_BUTTON_PRIMARY);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, drag);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_began), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_ended), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (motion, "enter", G_CALLBACK (moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released), self);
  g_signal_connect (key, "modifiers", G_CALLBACK (modifiers_changed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (widget, focus);
}
