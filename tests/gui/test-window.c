/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gstdio.h>
#include <math.h>

#include "app/cw-commands.h"
#include "io/xml/cw-xml.h"
#include "tests/gui/cw-gui.h"

#define FREE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)

static void
test_section (void)
{
  CwGui gui;
  CwSectionArea *area;
  CwToolHost *host;
  const CwPoint *line;
  g_autoptr (CwSection) before = NULL;
  gsize n;
  CwPoint middle;

  cw_gui_start (&gui, TRUE);
  area = cw_window_get_section_area (gui.window);
  host = cw_editor_get_host (cw_gui_get_editor (&gui));
  before = cw_section_ref (cw_section_area_get_section (area));
  g_assert_cmpuint (cw_section_get_n_pieces (before), >, 10);
  line = cw_section_get_line (before, &n);
  middle = CW_POINT (line[0].x + (line[1].x - line[0].x) / 4, line[0].y);
  cw_gui_key (&gui, "s");
  cw_gui_drag (&gui, middle, CW_POINT (middle.x, middle.y + 1500 * CW_UM));
  cw_gui_settle (&gui);
  line = cw_section_get_line (cw_section_area_get_section (area), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (line[0].y, >, middle.y + 1000 * CW_UM);
  g_assert_cmpint (line[0].y, ==, g_array_index (cw_tool_host_get_section (host), CwPoint, 0).y);
  g_assert_cmpuint (cw_section_get_n_pieces (cw_section_area_get_section (area)), !=,
                    cw_section_get_n_pieces (before));
  /* what was across the middle is a cut line of the design now */
  g_assert_cmpuint (cw_tool_host_get_cut_line (host), ==,
                    cw_design_find (cw_gui_get_design (&gui), CW_ITEM_CUT_LINE, "A"));
  g_assert_true (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_end (&gui);
}

static gboolean
is_saved (gpointer data)
{
  CwGui *gui = data;

  return !cw_window_is_busy (gui->window)
         && !cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (gui)));
}

static gboolean
is_reopened (gpointer data)
{
  CwGui *gui = data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (gui->application));

  return CW_IS_WINDOW (active) && CW_WINDOW (active) != gui->window
         && cw_window_get_editor (CW_WINDOW (active)) != NULL;
}

static void
test_save (void)
{
  CwGui gui;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *again = NULL;
  gsize size;

  cw_gui_start (&gui, TRUE);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "v");
  cw_gui_click (&gui, FREE);
  cw_gui_key (&gui, "Escape");
  g_assert_true (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_key (&gui, "<Control>s");
  cw_gui_spin (is_saved, &gui);
  bytes = cw_xml_write (cw_gui_get_design (&gui));
  hash = cw_gui_get_hash (&gui);
  g_assert_true (g_file_get_contents (gui.path, &text, &size, NULL));
  g_assert_cmpmem (text, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  /* a window that has a document keeps it */
  file = g_file_new_for_path (gui.path);
  cw_window_open (gui.window, file);
  cw_gui_spin (is_reopened, &gui);
  cw_gui_take_window (&gui);
  again = cw_gui_get_hash (&gui);
  g_assert_cmpstr (again, ==, hash);
  cw_gui_end (&gui);
}

static gboolean
drop (GtkWidget *widget, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }

  return taken;
}

static gboolean
has_document (gpointer data)
{
  return cw_window_get_editor (((CwGui *) data)->window) != NULL;
}

static gboolean
is_idle (gpointer data)
{
  return !cw_window_is_busy (((CwGui *) data)->window);
}

static void
test_drop (void)
{
  CwGui gui;
  g_autofree char *broken = NULL;

  cw_gui_start (&gui, FALSE);
  g_assert_null (cw_window_get_editor (gui.window));
  broken = g_build_filename (gui.folder, "broken.cwx", NULL);
  g_assert_true (g_file_set_contents (broken, "<chipwright", -1, NULL));
  g_assert_true (drop (GTK_WIDGET (gui.window), broken));
  cw_gui_spin (is_idle, &gui);
  g_assert_null (cw_window_get_editor (gui.window));
  g_assert_true (drop (GTK_WIDGET (gui.window), gui.path));
  cw_gui_spin (has_document, &gui);
  cw_gui_settle (&gui);
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, 2);
  g_unlink (broken);
  cw_gui_end (&gui);
}

static void
test_new (void)
{
  CwGui gui;

  cw_gui_start (&gui, FALSE);
  cw_gui_key (&gui, "<Control>n");
  g_assert_null (cw_gui_get_editor (&gui));
  cw_gui_key (&gui, "Return"); /* takes the sheet as it is */
  cw_gui_settle (&gui);
  g_assert_nonnull (cw_gui_get_editor (&gui));
  g_assert_null (cw_window_get_file (gui.window));
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, 0);
  cw_gui_end (&gui);
}

/* a sample is a new design: there is no file that saving could overwrite */
static void
test_sample (void)
{
  CwGui gui;
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "b2-multi.cwx", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  cw_gui_start (&gui, FALSE);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.open-sample", "s", "b2-multi"));
  cw_gui_settle (&gui);
  g_assert_null (cw_window_get_file (gui.window));
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  bytes = cw_xml_write (cw_gui_get_design (&gui));
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpmem (text, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  cw_gui_end (&gui);
}

static void
test_zoom (void)
{
  CwGui gui;
  CwCanvas *canvas;
  CwPlanView view;
  CwPoint at = FREE;
  CwSpot before;
  CwSpot after;
  double scale;

  cw_gui_start (&gui, TRUE);
  canvas = cw_window_get_canvas (gui.window);
  cw_gui_move (&gui, at);
  g_assert_true (cw_editor_get_pointer (cw_gui_get_editor (&gui), &at));
  before = cw_canvas_get_spot (canvas, at);
  cw_canvas_get_view (canvas, &view);
  scale = view.scale;
  for (int i = 1; i <= 12; i++)
    {
      cw_gui_wheel (&gui, TRUE);
      cw_canvas_get_view (canvas, &view);
      g_assert_cmpfloat_with_epsilon (view.scale / (scale * pow (1.25, i)), 1, 1e-9);
      after = cw_canvas_get_spot (canvas, at);
      g_assert_cmpfloat (fabs (after.x - before.x), <, 1);
      g_assert_cmpfloat (fabs (after.y - before.y), <, 1);
    }
  for (int i = 0; i < 12; i++)
    cw_gui_wheel (&gui, FALSE);
  cw_canvas_get_view (canvas, &view);
  g_assert_cmpfloat_with_epsilon (view.scale / scale, 1, 1e-9);
  for (int i = 0; i < 60; i++)
    cw_canvas_zoom (canvas, 2);
  cw_canvas_get_view (canvas, &view);
  g_assert_cmpfloat (view.scale, ==, 1); /* 1 nm a pixel */
  for (int i = 0; i < 60; i++)
    cw_canvas_zoom (canvas, 0.5);
  cw_canvas_get_view (canvas, &view);
  g_assert_cmpfloat (view.scale, ==, 1e-7); /* 10 mm a pixel */
  cw_gui_key (&gui, "Home");
  cw_canvas_get_view (canvas, &view);
  g_assert_cmpfloat_with_epsilon (view.scale / scale, 1, 1e-9);
  cw_gui_settle (&gui);
  cw_gui_end (&gui);
}

static guint
get_pixel (CwCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel = 0;

  gtk_widget_snapshot_child (gtk_widget_get_parent (widget), widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (2, 2, 1, 1));
  gdk_texture_download (texture, (guchar *) &pixel, 4);
  gsk_renderer_unrealize (renderer);

  return pixel & 0xffffff;
}

static void
test_theme (void)
{
  CwGui gui;
  CwCanvas *canvas;
  gboolean dark;

  cw_gui_start (&gui, TRUE);
  canvas = cw_window_get_canvas (gui.window);
  g_assert_cmphex (get_pixel (canvas), ==, 0xe9ebee);
  cw_gui_key (&gui, "<Control>F10");
  cw_gui_settle (&gui);
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark, NULL);
  g_assert_true (dark);
  g_assert_cmphex (get_pixel (canvas), ==, 0x12161b);
  cw_gui_key (&gui, "<Control>F10");
  cw_gui_settle (&gui);
  g_assert_cmphex (get_pixel (canvas), ==, 0xe9ebee);
  cw_gui_end (&gui);
}

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;

  return FALSE;
}

/* a number is typed with arithmetic, in one step of undo */
static void
test_properties (void)
{
  CwGui gui;
  CwSelection *selection;
  CwId pad = CW_ID_NONE;
  CwPoint before;
  CwPick pick = { 0, 0 };

  cw_gui_start (&gui, TRUE);
  selection = cw_editor_get_selection (cw_gui_get_editor (&gui));
  cw_design_foreach (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD, take_first, &pad);
  before = cw_design_get_bonding_pad (cw_gui_get_design (&gui), pad)->at;
  pick.item = pad;
  cw_selection_change (selection, CW_SELECT_REPLACE, &pick, 1);
  cw_gui_key (&gui, "<Shift>m"); /* to the x of the properties */
  g_assert_true (GTK_IS_EDITABLE (gtk_root_get_focus (GTK_ROOT (gui.window))));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "100/2-x");
  cw_gui_key (&gui, "Return");
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "1mm/2-40");
  cw_gui_key (&gui, "Return");
  g_assert_cmpint (cw_design_get_bonding_pad (cw_gui_get_design (&gui), pad)->at.x, ==,
                   460 * CW_UM);
  g_assert_cmpint (cw_design_get_bonding_pad (cw_gui_get_design (&gui), pad)->at.y, ==, before.y);
  cw_gui_key (&gui, "<Control>z");
  g_assert_cmpint (cw_design_get_bonding_pad (cw_gui_get_design (&gui), pad)->at.x, ==, before.x);
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_end (&gui);
}

/* no key, menu or button without a command behind it */
static void
test_commands (void)
{
  CwGui gui;

  cw_gui_start (&gui, TRUE);
  for (guint i = 0; i < cw_commands_get_n (); i++)
    {
      const CwCommand *command = cw_commands_get (i);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;
      const GVariantType *type;
      GActionGroup *group;

      g_assert_cmpstr (command->label, !=, "");
      g_assert_true (g_action_parse_detailed_name (command->action, &name, &target, &error));
      g_assert_no_error (error);
      if (g_str_has_prefix (name, "window."))
        continue; /* GTK's own */
      group = g_str_has_prefix (name, "app.") ? G_ACTION_GROUP (gui.application)
                                              : G_ACTION_GROUP (gui.window);
      g_assert_true (g_action_group_has_action (group, name + 4));
      type = g_action_group_get_action_parameter_type (group, name + 4);
      g_assert_true ((type != NULL) == (target != NULL));
      g_assert_true (type == NULL || g_variant_is_of_type (target, type));
    }
  cw_gui_end (&gui);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!CW_IS_WINDOW (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (((CwGui *) data)->application)) == NULL;
}

static void
answer (const char *label)
{
  GtkWidget *dialog = find_dialog ();
  GQueue open = G_QUEUE_INIT;

  g_queue_push_tail (&open, dialog);
  while (!g_queue_is_empty (&open))
    {
      GtkWidget *widget = g_queue_pop_head (&open);

      if (GTK_IS_BUTTON (widget)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
        {
          g_queue_clear (&open);
          g_signal_emit_by_name (widget, "clicked");
          return;
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&open, child);
    }
  g_assert_not_reached ();
}

static void
test_close (void)
{
  CwGui gui;

  cw_gui_start (&gui, TRUE);
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "v");
  cw_gui_click (&gui, FREE);
  gtk_window_close (GTK_WINDOW (gui.window));
  cw_gui_spin (has_dialog, NULL);
  answer ("_Cancel");
  cw_gui_spin (has_no_dialog, NULL);
  g_assert_false (has_no_window (&gui));
  gtk_window_close (GTK_WINDOW (gui.window));
  cw_gui_spin (has_dialog, NULL);
  answer ("_Discard");
  cw_gui_spin (has_no_window, &gui);
  cw_gui_end (&gui);
}

/* twice as large as usual, all of the window still fits on a screen of 1600 by 1000 */
static void
test_large_text (void)
{
  CwGui gui;
  int width;
  int height;
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  cw_gui_start (&gui, TRUE);
  gtk_widget_measure (GTK_WIDGET (gui.window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (gui.window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 1600);
  g_assert_cmpint (height, <=, 1000);
  cw_gui_end (&gui);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/window/section-follows-its-line", test_section);
  g_test_add_func ("/gui/window/saved-and-reopened-is-the-same", test_save);
  g_test_add_func ("/gui/window/dropped-file-is-opened-or-refused", test_drop);
  g_test_add_func ("/gui/window/new-package-is-empty", test_new);
  g_test_add_func ("/gui/window/sample-is-a-new-design", test_sample);
  g_test_add_func ("/gui/window/wheel-keeps-the-point-below-the-pointer", test_zoom);
  g_test_add_func ("/gui/window/theme-changes-light-and-dark", test_theme);
  g_test_add_func ("/gui/window/property-is-typed-in-one-step", test_properties);
  g_test_add_func ("/gui/window/every-command-has-an-action", test_commands);
  g_test_add_func ("/gui/window/closing-asks-before-changes-are-lost", test_close);
  g_test_add_func ("/gui/window/text-twice-as-large-fits", test_large_text);

  return g_test_run ();
}
