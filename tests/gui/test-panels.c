/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"
#include "widgets/cw-check-panel.h"
#include "widgets/cw-history-panel.h"
#include "widgets/cw-net-panel.h"
#include "widgets/cw-property-row.h"
#include "widgets/cw-search-panel.h"

/* the first widget of a type below another */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_in (CwGui *gui, GType type)
{
  GtkWidget *found = find (GTK_WIDGET (gui->window), type);

  g_assert_nonnull (found);

  return found;
}

static CwPropertyRow *
find_property (GtkWidget *widget, const char *name)
{
  if (CW_IS_PROPERTY_ROW (widget)
      && strcmp (cw_property_row_get_name (CW_PROPERTY_ROW (widget)), name) == 0)
    return CW_PROPERTY_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CwPropertyRow *found = find_property (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_selected (CwGui *gui)
{
  return cw_selection_get_n (cw_editor_get_selection (cw_gui_get_editor (gui)));
}

static gboolean
has_found (gpointer data)
{
  CwSearchPanel *panel = data;

  return !cw_search_panel_is_searching (panel) && cw_search_panel_get_n_found (panel) > 0;
}

static void
test_query_selects (void)
{
  CwGui gui;
  GtkWidget *panel;

  cw_gui_start (&gui, TRUE);
  panel = find_in (&gui, CW_TYPE_SEARCH_PANEL);
  cw_gui_key (&gui, "<Control>f");
  cw_gui_settle (&gui);
  g_assert_true (gtk_widget_get_mapped (panel));
  cw_search_panel_search (CW_SEARCH_PANEL (panel), "type=via level=RDL2");
  cw_gui_spin (has_found, panel);
  cw_gui_settle (&gui);
  g_assert_cmpuint (count_selected (&gui), ==,
                    cw_search_panel_get_n_found (CW_SEARCH_PANEL (panel)));
  cw_search_panel_search (CW_SEARCH_PANEL (panel), "type=");
  g_assert_false (cw_search_panel_is_searching (CW_SEARCH_PANEL (panel)));
  cw_gui_end (&gui);
}

static gboolean
is_counted (gpointer data)
{
  return cw_net_panel_is_current (data);
}

static void
test_net_selects_what_it_has (void)
{
  CwGui gui;
  GtkWidget *panel;
  CwToolHost *host;
  CwId net;

  cw_gui_start (&gui, TRUE);
  panel = find_in (&gui, CW_TYPE_NET_PANEL);
  host = cw_editor_get_host (cw_gui_get_editor (&gui));
  cw_gui_key (&gui, "<Control><Shift>n");
  cw_gui_spin (is_counted, panel);
  g_assert_cmpuint (cw_net_panel_get_n_shown (CW_NET_PANEL (panel)), ==,
                    cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_NET));
  net = cw_design_find (cw_gui_get_design (&gui), CW_ITEM_NET, "DQ0");
  g_assert_cmpuint (net, !=, CW_ID_NONE);
  cw_net_panel_choose (CW_NET_PANEL (panel), net);
  g_assert_cmpuint (count_selected (&gui), >, 2);
  g_assert_cmpuint (cw_tool_host_get_settings (host)->highlight_net, ==, net);
  cw_gui_end (&gui);
}

static gboolean
has_three_rows (gpointer list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  return gtk_widget_get_mapped (list) && g_list_model_get_n_items (G_LIST_MODEL (model)) == 3;
}

static void
test_history_goes_back_and_to_a_side_branch (void)
{
  CwGui gui;
  CwDocument *document;
  GtkWidget *list;
  g_autofree char *first = NULL;
  g_autofree char *rotated = NULL;
  g_autofree char *again = NULL;

  cw_gui_start (&gui, TRUE);
  document = cw_editor_get_document (cw_gui_get_editor (&gui));
  first = cw_gui_get_hash (&gui);
  cw_editor_run (cw_gui_get_editor (&gui), "select-all");
  cw_editor_run (cw_gui_get_editor (&gui), "rotate");
  rotated = cw_gui_get_hash (&gui);
  g_assert_cmpstr (first, !=, rotated);
  cw_gui_key (&gui, "<Control>z");
  cw_editor_run (cw_gui_get_editor (&gui), "rotate-back");
  g_assert_cmpuint (cw_document_get_n_revisions (document), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.show-history", NULL);
  list = find (find_in (&gui, CW_TYPE_HISTORY_PANEL), GTK_TYPE_LIST_VIEW);
  cw_gui_spin (has_three_rows, list);
  /* the latest is on top: the second row is the side branch */
  g_signal_emit_by_name (list, "activate", 1u);
  g_assert_cmpuint (cw_document_get_revision (document), ==, 1);
  again = cw_gui_get_hash (&gui);
  g_assert_cmpstr (again, ==, rotated);
  cw_gui_end (&gui);
}

static gboolean
is_checked (gpointer data)
{
  CwGui *gui = data;

  return cw_checker_get_state (cw_window_get_checker (gui->window)) == CW_CHECKER_DONE;
}

static void
test_waiver_takes_a_violation_out_of_the_count (void)
{
  CwGui gui;
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "broken.cwx", NULL);
  CwCheckPanel *panel;
  CwChecker *checker;
  gsize n_errors;
  gsize n_warnings;
  gsize before;

  cw_gui_start_with (&gui, path);
  checker = cw_window_get_checker (gui.window);
  panel = CW_CHECK_PANEL (find_in (&gui, CW_TYPE_CHECK_PANEL));
  cw_gui_spin (is_checked, &gui);
  cw_checker_count (checker, &before, &n_warnings);
  g_assert_cmpuint (before, >, 1);
  cw_check_panel_select (panel, 1);
  g_assert_false (cw_check_panel_waive_as (panel, "", NULL));
  g_assert_true (cw_check_panel_waive_as (panel, "Agreed", NULL));
  cw_gui_settle (&gui);
  cw_checker_count (checker, &n_errors, &n_warnings);
  g_assert_cmpuint (n_errors, ==, before - 1);
  g_assert_cmpuint (cw_checker_get_n_waived (checker), ==, 1);
  cw_gui_key (&gui, "<Control>z");
  cw_gui_settle (&gui);
  cw_checker_count (checker, &n_errors, &n_warnings);
  g_assert_cmpuint (n_errors, ==, before);
  g_assert_cmpuint (cw_checker_get_n_waived (checker), ==, 0);
  cw_gui_end (&gui);
}

static gboolean
has_place (gpointer data)
{
  return find_property (GTK_WIDGET (((CwGui *) data)->window), "x") != NULL;
}

/* a field steps by keys, keeps a wrong text with its reason, and Esc brings the value back */
static void
test_field_is_typed (void)
{
  CwGui gui;
  CwPropertyRow *row;
  GtkWidget *entry;
  CwDesign *design;
  CwId die;
  CwPick pick;

  cw_gui_start (&gui, TRUE);
  design = cw_gui_get_design (&gui);
  die = cw_design_find (design, CW_ITEM_DIE, "U2");
  pick = (CwPick){ die, 0 };
  cw_selection_change (cw_editor_get_selection (cw_gui_get_editor (&gui)), CW_SELECT_REPLACE, &pick,
                       1);
  cw_gui_spin (has_place, &gui);
  row = find_property (GTK_WIDGET (gui.window), "x");
  g_assert_nonnull (row);
  entry = cw_property_row_get_value (row);
  gtk_widget_grab_focus (entry);
  cw_gui_type (&gui, "1e9");
  cw_gui_key (&gui, "Return");
  cw_gui_settle (&gui);
  g_assert_nonnull (cw_property_row_get_message (row));
  g_assert_nonnull (strstr (cw_property_row_get_message (row), "exponent"));
  g_assert_true (cw_gui_get_design (&gui) == design);
  cw_gui_key (&gui, "Escape");
  cw_gui_settle (&gui);
  g_assert_null (cw_property_row_get_message (row));
  gtk_widget_grab_focus (entry);
  cw_gui_key (&gui, "<Shift>Up");
  cw_gui_key (&gui, "Up");
  cw_gui_key (&gui, "Return");
  cw_gui_settle (&gui);
  g_assert_cmpint (cw_design_get_die (cw_gui_get_design (&gui), die)->at.x, ==,
                   cw_design_get_die (design, die)->at.x + 11 * CW_UM);
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/panels/query-selects", test_query_selects);
  g_test_add_func ("/gui/panels/net-selects-what-it-has", test_net_selects_what_it_has);
  g_test_add_func ("/gui/panels/history-goes-back-and-to-a-side-branch",
                   test_history_goes_back_and_to_a_side_branch);
  g_test_add_func ("/gui/panels/waiver-takes-a-violation-out-of-the-count",
                   test_waiver_takes_a_violation_out_of_the_count);
  g_test_add_func ("/gui/panels/field-is-typed", test_field_is_typed);

  return g_test_run ();
}
