/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#include "io/xml/cw-xml.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

/* waits for something that the program does by itself */
void
cw_gui_spin (gboolean (*is_done) (gpointer), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!is_done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static gboolean
is_settled (gpointer data)
{
  CwGui *self = data;
  CwWindow *window = self->window;
  CwChecker *checker = cw_window_get_checker (window);

  return !cw_window_is_busy (window)
         && (cw_window_get_editor (window) == NULL
             || (cw_canvas_is_settled (cw_window_get_canvas (window))
                 && cw_section_area_is_settled (cw_window_get_section_area (window))
                 && cw_checker_get_state (checker) == CW_CHECKER_DONE
                 && cw_check_result_get_design (cw_checker_get_result (checker))
                        == cw_editor_get_design (cw_window_get_editor (window))));
}

void
cw_gui_settle (CwGui *self)
{
  cw_gui_spin (is_settled, self);
}

static gboolean
count_sync (GtkWidget *widget, GVariant *args, gpointer data)
{
  ((CwGui *) data)->n_synced++;

  return TRUE;
}

/* a key that comes after all that was sent before it */
static void
add_sync_key (CwGui *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Pause, 0),
                        gtk_callback_action_new (count_sync, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->window), controller);
}

static void
press_key (CwGui *self, KeySym keysym, gboolean down)
{
  XTestFakeKeyEvent (self->display, XKeysymToKeycode (self->display, keysym), down, CurrentTime);
}

static gboolean
is_focused (gpointer data)
{
  CwGui *self = data;

  return gtk_window_is_active (GTK_WINDOW (self->window));
}

/* the window that is in front, with the keyboard */
void
cw_gui_take_window (CwGui *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->application));
  GdkSurface *surface;

  g_assert_true (CW_IS_WINDOW (window));
  self->window = CW_WINDOW (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  add_sync_key (self);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  XSetInputFocus (self->display, gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XSync (self->display, False);
  cw_gui_spin (is_focused, self);
}

static gboolean
has_document (gpointer data)
{
  return cw_window_get_editor (((CwGui *) data)->window) != NULL;
}

/* one for all tests of a process: what it puts on the bus goes with the process only */
static CwApplication *
get_application (void)
{
  static CwApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  application = cw_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

/* with a design of the caller's instead of the sample */
void
cw_gui_start_with (CwGui *self, const char *path)
{
  g_autoptr (GFile) file = NULL;

  cw_gui_start (self, path == NULL);
  if (path == NULL)
    return;
  file = g_file_new_for_commandline_arg (path);
  cw_window_open (self->window, file);
  cw_gui_spin (has_document, self);
  cw_gui_settle (self);
}

void
cw_gui_start (CwGui *self, gboolean open)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "two-die-fan-out.cwx", NULL);
  g_autofree char *text = NULL;
  gsize size;

  memset (self, 0, sizeof *self);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->folder = g_dir_make_tmp ("chipwright-gui-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sample.cwx", NULL);
  g_file_get_contents (sample, &text, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, text, (gssize) size, &error);
  g_assert_no_error (error);

  self->application = get_application ();
  if (open)
    {
      g_autoptr (GFile) file = g_file_new_for_path (self->path);

      g_application_open (G_APPLICATION (self->application), &file, 1, "");
    }
  else
    g_application_activate (G_APPLICATION (self->application));
  cw_gui_take_window (self);
  if (open)
    {
      cw_gui_spin (has_document, self);
      cw_gui_settle (self);
    }
}

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (((CwGui *) data)->application)) == NULL;
}

void
cw_gui_end (CwGui *self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->application)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  g_list_free (windows);
  cw_gui_spin (has_no_window, self);
  XCloseDisplay (self->display);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
is_synced (gpointer data)
{
  return ((CwGui *) data)->n_synced > 0;
}

/* waits until all that was sent has been handled */
void
cw_gui_sync (CwGui *self)
{
  self->n_synced = 0;
  press_key (self, XK_Pause, TRUE);
  press_key (self, XK_Pause, FALSE);
  XSync (self->display, False);
  cw_gui_spin (is_synced, self);
}

/* to a place of a widget [px] */
void
cw_gui_move_px (CwGui *self, GtkWidget *widget, double x, double y)
{
  GtkNative *native = GTK_NATIVE (self->window);
  graphene_point_t at;
  double left;
  double top;
  Window child;
  int root_x;
  int root_y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &at));
  gtk_native_get_surface_transform (native, &left, &top);
  XTranslateCoordinates (self->display, gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                         DefaultRootWindow (self->display), 0, 0, &root_x, &root_y, &child);
  XTestFakeMotionEvent (self->display, -1, root_x + (int) (left + at.x + 0.5),
                        root_y + (int) (top + at.y + 0.5), CurrentTime);
}

/* to a place of the plan [nm] */
void
cw_gui_move (CwGui *self, CwPoint at)
{
  CwCanvas *canvas = cw_window_get_canvas (self->window);
  CwSpot spot = cw_canvas_get_spot (canvas, at);

  cw_gui_move_px (self, GTK_WIDGET (canvas), spot.x, spot.y);
  cw_gui_sync (self);
}

void
cw_gui_button (CwGui *self, guint button, gboolean down)
{
  XTestFakeButtonEvent (self->display, button, down, CurrentTime);
}

void
cw_gui_click (CwGui *self, CwPoint at)
{
  cw_gui_move (self, at);
  cw_gui_button (self, 1, TRUE);
  cw_gui_button (self, 1, FALSE);
  cw_gui_sync (self);
}

void
cw_gui_drag (CwGui *self, CwPoint from, CwPoint to)
{
  cw_gui_move (self, from);
  cw_gui_button (self, 1, TRUE);
  cw_gui_move (self, CW_POINT (from.x + (to.x - from.x) / 2, from.y + (to.y - from.y) / 2));
  cw_gui_move (self, to);
  cw_gui_button (self, 1, FALSE);
  cw_gui_sync (self);
}

void
cw_gui_wheel (CwGui *self, gboolean up)
{
  guint button = up ? 4 : 5;

  cw_gui_button (self, button, TRUE);
  cw_gui_button (self, button, FALSE);
  cw_gui_sync (self);
}

/* a key with its modifiers, as GTK writes it: `<Control>z`; it is handled later */
void
cw_gui_send_key (CwGui *self, const char *keys)
{
  static const struct
  {
    GdkModifierType mask;
    KeySym keysym;
  } holds[] = { { GDK_CONTROL_MASK, XK_Control_L },
                { GDK_SHIFT_MASK, XK_Shift_L },
                { GDK_ALT_MASK, XK_Alt_L } };
  GdkModifierType mask;
  guint key;

  g_assert_true (gtk_accelerator_parse (keys, &key, &mask));
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
    if ((mask & holds[i].mask) != 0)
      press_key (self, holds[i].keysym, TRUE);
  press_key (self, key, TRUE);
  press_key (self, key, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (holds); i++)
    if ((mask & holds[i].mask) != 0)
      press_key (self, holds[i].keysym, FALSE);
}

void
cw_gui_key (CwGui *self, const char *keys)
{
  cw_gui_send_key (self, keys);
  cw_gui_sync (self);
}

/* a key without modifiers goes down or up */
void
cw_gui_hold (CwGui *self, const char *key, gboolean down)
{
  GdkModifierType mask;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &mask));
  press_key (self, keyval, down);
  cw_gui_sync (self);
}

/* letters and digits that need no modifier */
void
cw_gui_type (CwGui *self, const char *text)
{
  for (; *text != '\0'; text++)
    {
      press_key (self, gdk_unicode_to_keyval ((guchar) *text), TRUE);
      press_key (self, gdk_unicode_to_keyval ((guchar) *text), FALSE);
    }
  cw_gui_sync (self);
}

CwEditor *
cw_gui_get_editor (CwGui *self)
{
  return cw_window_get_editor (self->window);
}

CwDesign *
cw_gui_get_design (CwGui *self)
{
  return cw_editor_get_design (cw_window_get_editor (self->window));
}

/* of the current design, when they are known */
gsize
cw_gui_count_violations (CwGui *self)
{
  cw_gui_settle (self);

  return cw_check_result_get_n_violations (
      cw_checker_get_result (cw_window_get_checker (self->window)));
}

char *
cw_gui_get_hash (CwGui *self)
{
  return cw_xml_get_hash (cw_gui_get_design (self));
}
