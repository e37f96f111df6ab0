/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "io/xml/cw-xml.h"
#include "tests/gui/cw-gui.h"
#include "widgets/cw-setup-panel.h"
#include "widgets/cw-setup-row.h"
#include "widgets/cw-start-sheet.h"

/* A new user builds a package by mouse: what is clicked is found by the words that are seen. */

typedef gboolean (*IsWanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, IsWanted is_wanted, gconstpointer data)
{
  if (is_wanted (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found
          = gtk_widget_get_child_visible (child) ? find (child, is_wanted, data) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_words (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

static gboolean
is_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (data));
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return CW_IS_SETUP_ROW (widget) && gtk_widget_get_mapped (widget)
         && find (widget, is_words, data) != NULL;
}

static GtkWidget *
find_setup (CwGui *gui)
{
  GtkWidget *setup
      = find (GTK_WIDGET (gui->window), is_type, GSIZE_TO_POINTER (CW_TYPE_SETUP_PANEL));

  g_assert_nonnull (setup);
  return setup;
}

/* scrolls to a widget of the set-up first, as the wheel would */
static void
show (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_point_t at;

  if (scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_true (gtk_widget_compute_point (widget, scroller, &GRAPHENE_POINT_INIT (0, 0), &at));
  if (at.y < 0 || at.y + gtk_widget_get_height (widget) > gtk_widget_get_height (scroller))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + at.y - 60);
}

static void
click (CwGui *gui, GtkWidget *widget)
{
  g_assert_nonnull (widget);
  show (widget);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui->window));
  cw_gui_move_px (gui, widget, gtk_widget_get_width (widget) / 2.0,
                  gtk_widget_get_height (widget) / 2.0);
  cw_gui_sync (gui);
  cw_gui_button (gui, 1, TRUE);
  cw_gui_button (gui, 1, FALSE);
  cw_gui_sync (gui);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui->window));
}

static void
click_words (CwGui *gui, GtkWidget *within, const char *words)
{
  GtkWidget *label = find (within, is_words, words);

  if (label == NULL)
    g_error ("nothing reads \"%s\"", words);
  click (gui, label);
}

static CwSetupRow *
find_row (CwGui *gui, GtkWidget *within, const char *label)
{
  GtkWidget *row = find (within, is_row, label);

  if (row == NULL)
    g_error ("there is no field \"%s\"", label);
  return CW_SETUP_ROW (row);
}

/* clicks into a field, takes its place and ends with Enter */
static void
set_field (CwGui *gui, GtkWidget *within, const char *label, const char *text)
{
  click (gui, cw_setup_row_get_value (find_row (gui, within, label)));
  cw_gui_key (gui, "<Control>a");
  cw_gui_type (gui, text);
  cw_gui_key (gui, "Return");
}

static GtkWidget *
open_sheet (CwGui *gui)
{
  GtkWidget *sheet;

  cw_gui_start (gui, FALSE);
  cw_gui_key (gui, "<Control>n");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui->window));
  sheet = find (GTK_WIDGET (gui->window), is_type, GSIZE_TO_POINTER (CW_TYPE_START_SHEET));
  g_assert_nonnull (sheet);

  return sheet;
}

static void
new_method_b (CwGui *gui)
{
  GtkWidget *sheet = open_sheet (gui);

  click_words (gui, sheet, "B: dies face down on a sheet that stays");
  click_words (gui, sheet, "Create package");
  cw_gui_settle (gui);
}

static CwTechnology *
get_technology (CwGui *gui)
{
  return cw_design_get_technology (cw_gui_get_design (gui));
}

static void
test_new_method (void)
{
  CwGui gui;
  GtkWidget *sheet = open_sheet (&gui);
  CwBox box;

  click_words (&gui, sheet, "Organic layer with openings on a heat-conducting plate");
  click_words (&gui, sheet,
               "B: dies face down on a sheet that stays"); /* takes no such substrate */
  click (&gui, cw_setup_row_get_value (find_row (&gui, sheet, "Width")));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "0");
  click_words (&gui, sheet, "Create package");
  g_assert_null (cw_gui_get_editor (&gui));
  g_assert_nonnull (cw_setup_row_get_message (find_row (&gui, sheet, "Width")));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "6");
  click (&gui, cw_setup_row_get_value (find_row (&gui, sheet, "Wiring levels")));
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "3");
  cw_gui_key (&gui, "Return");
  cw_gui_settle (&gui);

  g_assert_nonnull (cw_gui_get_editor (&gui));
  g_assert_cmpint (cw_technology_get_flow (get_technology (&gui))->method, ==, CW_METHOD_B);
  g_assert_cmpint (cw_technology_get_substrate (get_technology (&gui)), ==, CW_SUBSTRATE_PLAIN);
  g_assert_cmpuint (cw_technology_get_n_wiring_levels (get_technology (&gui)), ==, 3);
  box = cw_design_get_bounds (cw_gui_get_design (&gui));
  g_assert_cmpint (box.max.x - box.min.x, ==, 6 * CW_MM);
  g_assert_cmpint (box.max.y - box.min.y, ==, 8 * CW_MM);
  cw_gui_end (&gui);
}

static void
test_cancel (void)
{
  CwGui gui;

  open_sheet (&gui);
  cw_gui_key (&gui, "Escape");
  g_assert_null (cw_gui_get_editor (&gui));
  cw_gui_end (&gui);
}

static void
undo_all (CwGui *gui)
{
  guint n = 0;

  cw_gui_key (gui, "Escape"); /* what was set stays */
  g_assert_false (gtk_widget_get_mapped (find_setup (gui)));
  while (cw_document_can_undo (cw_editor_get_document (cw_gui_get_editor (gui))))
    {
      cw_gui_key (gui, "<Control>z");
      g_assert_cmpuint (n++, <, 100);
    }
}

static void
test_thickness (void)
{
  CwGui gui;
  GtkWidget *setup;
  CwDesign *design;
  guint thin;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *message;

  new_method_b (&gui);
  first = cw_gui_get_hash (&gui);
  thin = cw_technology_find_level (get_technology (&gui), "THIN");
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  click_words (&gui, setup, "Levels");
  click_words (&gui, setup, "THIN");
  design = cw_gui_get_design (&gui);
  set_field (&gui, setup, "Thickness", "201");
  g_assert_true (cw_gui_get_design (&gui) == design);
  message = cw_setup_row_get_message (find_row (&gui, setup, "Thickness"));
  g_assert_nonnull (strstr (message, "201 µm is not in 2 … 200 µm"));
  set_field (&gui, setup, "Thickness", "1");
  g_assert_true (cw_gui_get_design (&gui) == design);
  g_assert_nonnull (cw_setup_row_get_message (find_row (&gui, setup, "Thickness")));
  cw_gui_key (&gui, "Escape"); /* takes back what was typed, no more */
  g_assert_null (cw_setup_row_get_message (find_row (&gui, setup, "Thickness")));
  set_field (&gui, setup, "Thickness", "60");
  cw_gui_settle (&gui);
  g_assert_cmpint (cw_technology_get_level (get_technology (&gui), thin)->thickness, ==,
                   60 * CW_UM);
  g_assert_null (cw_setup_row_get_message (find_row (&gui, setup, "Thickness")));
  g_assert_cmpstr (cw_document_get_undo_label (cw_editor_get_document (cw_gui_get_editor (&gui))),
                   ==, "Change Thickness of THIN");
  undo_all (&gui);
  last = cw_gui_get_hash (&gui);
  g_assert_cmpstr (last, ==, first);
  cw_gui_end (&gui);
}

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;
  return FALSE;
}

/* die type, placed die, nets of its pads, array of balls on those nets */
static void
test_whole_package (void)
{
  CwGui gui;
  GtkWidget *setup;
  CwId type = CW_ID_NONE;
  CwId ball = CW_ID_NONE;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  new_method_b (&gui);
  first = cw_gui_get_hash (&gui);
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  click_words (&gui, setup, "Die types");
  click_words (&gui, setup, "Add die type");
  set_field (&gui, setup, "Width", "3000");
  set_field (&gui, setup, "Columns", "8");
  click_words (&gui, setup, "Make pads");
  cw_design_foreach (cw_gui_get_design (&gui), CW_ITEM_DIE_TYPE, take_first, &type);
  g_assert_cmpuint (cw_design_get_die_type (cw_gui_get_design (&gui), type)->pads->n_pads, ==, 26);

  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "a");
  cw_gui_click (&gui, CW_POINT (0, 0));
  cw_gui_key (&gui, "Escape");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, 1);

  cw_gui_key (&gui, "F4");
  click_words (&gui, setup, "Dies");
  click_words (&gui, setup, "Make a net for each pad");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_NET), ==, 26);
  g_assert_cmpuint (cw_design_find (cw_gui_get_design (&gui), CW_ITEM_NET, "U1.P26"), !=,
                    CW_ID_NONE);
  click_words (&gui, setup, "Nets");
  click_words (&gui, setup, "Remove net");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_NET), ==, 26);

  click_words (&gui, setup, "Balls");
  set_field (&gui, setup, "Columns", "99");
  click_words (&gui, setup, "Make bonding pads");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD), ==, 0);
  g_assert_nonnull (cw_setup_row_get_message (find_row (&gui, setup, "Columns")));
  set_field (&gui, setup, "Columns", "6");
  set_field (&gui, setup, "Rows", "5");
  click_words (&gui, setup, "Make bonding pads");
  cw_gui_settle (&gui);
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD), ==, 30);
  cw_design_foreach (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD, take_first, &ball);
  g_assert_cmpstr (cw_design_get_bonding_pad (cw_gui_get_design (&gui), ball)->name, ==, "A1");
  g_assert_cmpstr (
      cw_design_get_net_name (cw_gui_get_design (&gui),
                              cw_design_get_bonding_pad (cw_gui_get_design (&gui), ball)->net),
      ==, "U1.P1");

  undo_all (&gui);
  last = cw_gui_get_hash (&gui);
  g_assert_cmpstr (last, ==, first);
  cw_gui_end (&gui);
}

/* wiring comes and goes, with what lies on it and the level that is worked on */
static void
test_levels (void)
{
  CwGui gui;
  GtkWidget *setup;
  guint n;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  cw_gui_start (&gui, TRUE);
  first = cw_gui_get_hash (&gui);
  n = cw_technology_get_n_levels (get_technology (&gui));
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  click_words (&gui, setup, "Levels");
  click_words (&gui, setup, "RDL2");
  click_words (&gui, setup, "Remove level"); /* has traces */
  g_assert_cmpuint (cw_technology_get_n_levels (get_technology (&gui)), ==, n);
  click_words (&gui, setup, "Add wiring above");
  cw_gui_settle (&gui);
  g_assert_cmpuint (cw_technology_get_n_levels (get_technology (&gui)), ==, n + 2);
  g_assert_cmpuint (cw_technology_find_level (get_technology (&gui), "RDL3"), !=, CW_LEVEL_NONE);
  click_words (&gui, setup, "Remove level"); /* the new one, which is chosen */
  cw_gui_settle (&gui);
  last = cw_gui_get_hash (&gui);
  g_assert_cmpstr (last, ==, first);
  g_clear_pointer (&last, g_free);
  undo_all (&gui);
  last = cw_gui_get_hash (&gui);
  g_assert_cmpstr (last, ==, first);
  cw_gui_settle (&gui);
  cw_gui_end (&gui);
}

/* a table of nets that was made by a button is shown at once, so that it is not lost by the next */
static void
test_tables (void)
{
  CwGui gui;
  GtkWidget *setup;
  g_autofree char *table = NULL;

  new_method_b (&gui);
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  click_words (&gui, setup, "Die types");
  click_words (&gui, setup, "Add die type");
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "a");
  cw_gui_click (&gui, CW_POINT (0, 0));
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "F4");
  click_words (&gui, setup, "Dies");
  click_words (&gui, setup, "Make a net for each pad");
  table = cw_setup_row_dup_text (find_row (&gui, setup, "Pad, net"));
  g_assert_true (g_str_has_prefix (table, "1,U1.P1\n2,U1.P2\n"));
  click_words (&gui, setup, "Set nets of pads");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_NET), ==, 20);
  cw_gui_end (&gui);
}

/* undo while a field has the keyboard takes back what was typed, then what was set */
static void
test_undo_in_field (void)
{
  CwGui gui;
  GtkWidget *setup;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  new_method_b (&gui);
  first = cw_gui_get_hash (&gui);
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  set_field (&gui, setup, "Width", "5000");
  cw_gui_key (&gui, "<Control>a");
  cw_gui_type (&gui, "77");
  cw_gui_key (&gui, "<Control>z");
  text = cw_setup_row_dup_text (find_row (&gui, setup, "Width"));
  g_assert_cmpstr (text, ==, "5000");
  cw_gui_key (&gui, "<Control>z");
  last = cw_gui_get_hash (&gui);
  g_assert_cmpstr (last, ==, first);
  cw_gui_end (&gui);
}

static gboolean
has_focus_within (CwGui *gui, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (gui->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_keyboard (void)
{
  static const char *const buttons[]
      = { "Add wiring above", "Add wiring below", "Add thin organic", "Remove level" };
  gboolean seen[G_N_ELEMENTS (buttons)] = { FALSE };
  gboolean seen_field = FALSE;
  CwGui gui;
  GtkWidget *setup;

  new_method_b (&gui);
  cw_gui_key (&gui, "F4");
  setup = find_setup (&gui);
  cw_gui_key (&gui, "Down"); /* the tabs have the keyboard: to Levels */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui.window));
  for (guint i = 0; i < 30; i++)
    {
      cw_gui_key (&gui, "Tab");
      for (gsize b = 0; b < G_N_ELEMENTS (buttons); b++)
        seen[b]
            = seen[b]
              || has_focus_within (&gui, gtk_widget_get_ancestor (
                                             find (setup, is_words, buttons[b]), GTK_TYPE_BUTTON));
      seen_field
          = seen_field || has_focus_within (&gui, GTK_WIDGET (find_row (&gui, setup, "Thickness")));
    }
  g_assert_true (seen_field);
  for (gsize b = 0; b < G_N_ELEMENTS (buttons); b++)
    if (!seen[b])
      g_error ("Tab does not reach \"%s\"", buttons[b]);
  cw_gui_end (&gui);
}

/* twice as large as usual, the window with the set-up still fits on a screen of 1600 by 1000 */
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
  cw_gui_key (&gui, "F4");
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
  g_test_add_func ("/gui/setup/new-package-is-what-was-chosen", test_new_method);
  g_test_add_func ("/gui/setup/escape-makes-no-package", test_cancel);
  g_test_add_func ("/gui/setup/bad-thickness-is-said-and-not-applied", test_thickness);
  g_test_add_func ("/gui/setup/whole-package-is-made-by-mouse-and-undone", test_whole_package);
  g_test_add_func ("/gui/setup/wiring-comes-and-goes-with-its-dielectric", test_levels);
  g_test_add_func ("/gui/setup/tables-show-what-buttons-made", test_tables);
  g_test_add_func ("/gui/setup/undo-in-a-field-is-that-of-the-document", test_undo_in_field);
  g_test_add_func ("/gui/setup/keyboard-reaches-everything", test_keyboard);
  g_test_add_func ("/gui/setup/text-twice-as-large-fits", test_large_text);

  return g_test_run ();
}
