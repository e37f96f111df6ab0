/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

/* clear of the wiring of the sample */
#define FREE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)

static CwSelection *
get_selection (CwGui *gui)
{
  return cw_editor_get_selection (cw_gui_get_editor (gui));
}

static CwDocument *
get_document (CwGui *gui)
{
  return cw_editor_get_document (cw_gui_get_editor (gui));
}

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;

  return FALSE;
}

static CwId
select_first (CwGui *gui, CwItemKind kind)
{
  CwId id = CW_ID_NONE;
  CwPick pick;

  cw_design_foreach (cw_gui_get_design (gui), kind, take_first, &id);
  pick = (CwPick){ id, 0 };
  cw_selection_change (get_selection (gui), CW_SELECT_REPLACE, &pick, 1);
  gtk_widget_grab_focus (GTK_WIDGET (cw_window_get_canvas (gui->window)));

  return id;
}

static void
test_nudge (void)
{
  CwGui gui;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n;

  cw_gui_start (&gui, TRUE);
  before = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, FREE);
  select_first (&gui, CW_ITEM_BONDING_PAD);
  n = cw_document_get_n_revisions (get_document (&gui));
  cw_gui_key (&gui, "Right");
  cw_gui_key (&gui, "Right");
  cw_gui_key (&gui, "<Shift>Up");
  cw_gui_key (&gui, "<Alt>Left");
  g_assert_cmpuint (cw_document_get_n_revisions (get_document (&gui)), ==, n + 1);
  cw_gui_key (&gui, "<Control>z");
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (before, ==, after);
  cw_gui_end (&gui);
}

static void
test_selection_keys (void)
{
  CwGui gui;
  CwPick first;

  cw_gui_start (&gui, TRUE);
  cw_gui_move (&gui, FREE);
  first = (CwPick){ select_first (&gui, CW_ITEM_DIE), 0 };
  cw_gui_key (&gui, "<Shift><Control>2");
  cw_gui_key (&gui, "<Control>a");
  g_assert_cmpuint (cw_selection_get_n (get_selection (&gui)), >, 1);
  cw_gui_key (&gui, "<Alt>z");
  g_assert_cmpuint (cw_selection_get_n (get_selection (&gui)), ==, 1);
  cw_gui_key (&gui, "<Alt>y");
  g_assert_cmpuint (cw_selection_get_n (get_selection (&gui)), >, 1);
  cw_gui_key (&gui, "<Control><Alt>2");
  g_assert_cmpuint (cw_selection_get_n (get_selection (&gui)), ==, 1);
  g_assert_true (cw_selection_contains (get_selection (&gui), first));
  cw_gui_end (&gui);
}

/* a key for a popover, which the window does not hear of */
static void
tap (CwGui *gui, KeySym keysym)
{
  guint code = XKeysymToKeycode (gui->display, keysym);

  XTestFakeKeyEvent (gui->display, code, TRUE, CurrentTime);
  XTestFakeKeyEvent (gui->display, code, FALSE, CurrentTime);
  XSync (gui->display, False);
}

typedef struct
{
  CwGui *gui;
  CwPick pick;
} Wanted;

static gboolean
is_selected (gpointer data)
{
  Wanted *wanted = data;

  return cw_selection_contains (get_selection (wanted->gui), wanted->pick);
}

static gboolean
is_not_selected (gpointer data)
{
  return !is_selected (data);
}

static gboolean
has_canvas_focus (gpointer data)
{
  CwGui *gui = data;

  return gtk_widget_has_focus (GTK_WIDGET (cw_window_get_canvas (gui->window)));
}

static gboolean
has_list (gpointer data)
{
  CwGui *gui = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (gui->window));

  return GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_mapped (focus);
}

static void
open_list (CwGui *gui)
{
  cw_gui_sync (gui);
  cw_editor_run (cw_gui_get_editor (gui), "list-below");
  cw_gui_spin (has_list, gui);
  gtk_test_widget_wait_for_draw (gtk_root_get_focus (GTK_ROOT (gui->window)));
}

/* down shows the next, Escape brings back what was selected, Enter keeps what is shown */
static void
test_list_below (void)
{
  CwGui gui;
  CwId via;
  Wanted first = { &gui, { CW_ID_NONE, 0 } };

  cw_gui_start (&gui, TRUE);
  via = select_first (&gui, CW_ITEM_VIA);
  cw_gui_click (&gui, cw_design_get_via (cw_gui_get_design (&gui), via)->at);
  first.pick = cw_selection_get (get_selection (&gui), 0);
  open_list (&gui);
  tap (&gui, XK_Down);
  cw_gui_spin (is_not_selected, &first);
  tap (&gui, XK_Escape);
  cw_gui_spin (is_selected, &first);
  cw_gui_spin (has_canvas_focus, &gui);
  open_list (&gui);
  tap (&gui, XK_Down);
  cw_gui_spin (is_not_selected, &first);
  tap (&gui, XK_Return);
  cw_gui_spin (has_canvas_focus, &gui);
  g_assert_true (is_not_selected (&first));
  g_assert_cmpuint (cw_selection_get_n (get_selection (&gui)), ==, 1);
  cw_gui_end (&gui);
}

static gboolean
is_placing (gpointer data)
{
  return cw_tool_get_state (cw_editor_get_tool (cw_gui_get_editor (data))) == CW_TOOL_ACTIVE;
}

static void
test_copy_and_paste (void)
{
  CwGui gui;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  before = cw_gui_get_hash (&gui);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE);
  cw_gui_move (&gui, FREE);
  select_first (&gui, CW_ITEM_DIE);
  cw_gui_key (&gui, "<Control>c");
  cw_gui_key (&gui, "x"); /* pasting takes Select again */
  cw_gui_key (&gui, "<Control>v");
  cw_gui_spin (is_placing, &gui);
  cw_gui_click (&gui, FREE);
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, n + 1);
  g_assert_cmpstr (cw_document_get_undo_label (get_document (&gui)), ==, "Paste 1 item");
  cw_gui_key (&gui, "<Control>z");
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (before, ==, after);
  cw_gui_end (&gui);
}

static gboolean
tells_garbage (gpointer data)
{
  return strstr (cw_window_get_told (((CwGui *) data)->window), "holds no items") != NULL;
}

static void
test_garbage (void)
{
  CwGui gui;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cw_gui_start (&gui, TRUE);
  before = cw_gui_get_hash (&gui);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (gui.window)),
                          "<chipwright this is & none");
  cw_gui_move (&gui, FREE);
  cw_gui_key (&gui, "<Control>v");
  cw_gui_spin (tells_garbage, &gui);
  g_assert_false (is_placing (&gui));
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (before, ==, after);
  cw_gui_end (&gui);
}

static void
test_array (void)
{
  CwGui gui;
  guint32 n;

  cw_gui_start (&gui, TRUE);
  n = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD);
  cw_gui_move (&gui, FREE);
  select_first (&gui, CW_ITEM_BONDING_PAD);
  cw_gui_key (&gui, "<Control>t");
  cw_gui_key (&gui, "Tab");
  g_assert_true (is_placing (&gui));
  cw_gui_key (&gui, "Escape"); /* back from the field */
  g_assert_true (is_placing (&gui));
  cw_gui_key (&gui, "Return");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD), ==,
                    n + 1);
  cw_gui_key (&gui, "<Control>z");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_BONDING_PAD), ==, n);
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/select/nudges-are-one-step", test_nudge);
  g_test_add_func ("/gui/select/history-and-sets-have-keys", test_selection_keys);
  g_test_add_func ("/gui/select/list-shows-what-it-would-select", test_list_below);
  g_test_add_func ("/gui/select/copies-go-over-the-clipboard", test_copy_and_paste);
  g_test_add_func ("/gui/select/garbage-is-refused", test_garbage);
  g_test_add_func ("/gui/select/array-is-made-by-enter", test_array);

  return g_test_run ();
}
