/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-action-list.h"
#include "app/cw-commands.h"
#include "app/cw-help.h"
#include "app/cw-key-list.h"
#include "app/cw-palette.h"
#include "tests/gui/cw-gui.h"
#include "widgets/tool/cw-keymap.h"

#define PLACE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static CwPalette *
get_palette (CwGui *gui)
{
  return CW_PALETTE (find_child (GTK_WIDGET (gui->window), CW_TYPE_PALETTE));
}

static gboolean
is_open (CwGui *gui)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_palette (gui)));
}

static const CwPaletteRow *
get_first (CwGui *gui)
{
  g_autoptr (CwPaletteRow) row = g_list_model_get_item (cw_palette_get_rows (get_palette (gui)), 0);

  return row; /* the list keeps it */
}

static void
focus_canvas (CwGui *gui)
{
  cw_gui_click (gui, CW_POINT (-6500 * CW_UM, 4400 * CW_UM));
}

static void
test_space (void)
{
  CwGui gui;
  CwPlanView before;
  CwPlanView after;
  CwCanvas *canvas;

  cw_gui_start (&gui, TRUE);
  canvas = cw_window_get_canvas (gui.window);
  focus_canvas (&gui);
  cw_gui_key (&gui, "space");
  g_assert_true (is_open (&gui));
  cw_gui_key (&gui, "Escape");
  g_assert_false (is_open (&gui));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (canvas)));
  cw_gui_key (&gui, "<Control><Shift>p");
  g_assert_true (is_open (&gui));
  cw_gui_key (&gui, "Escape");

  /* held, it pans */
  cw_canvas_get_view (canvas, &before);
  cw_gui_hold (&gui, "space", TRUE);
  cw_gui_drag (&gui, CW_POINT (0, 0), CW_POINT (1000 * CW_UM, 500 * CW_UM));
  cw_gui_hold (&gui, "space", FALSE);
  cw_canvas_get_view (canvas, &after);
  g_assert_false (is_open (&gui));
  g_assert_cmpfloat (after.x, <, before.x);
  g_assert_cmpfloat (after.scale, ==, before.scale);
  cw_gui_end (&gui);
}

static void
test_choose_a_tool (void)
{
  CwGui gui;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cw_gui_start (&gui, TRUE);
  before = cw_gui_get_hash (&gui);
  focus_canvas (&gui);
  cw_gui_key (&gui, "space");
  cw_gui_type (&gui, "ruler");
  g_assert_cmpstr (get_first (&gui)->name, ==, "win.tool::ruler");
  g_assert_cmpstr (get_first (&gui)->tag, ==, "K");
  cw_gui_key (&gui, "Return");
  g_assert_false (is_open (&gui));
  g_assert_cmpstr (cw_tool_get_info (cw_editor_get_tool (cw_gui_get_editor (&gui)))->name, ==,
                   "ruler");
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (after, ==, before);
  cw_gui_end (&gui);
}

static void
test_find_what_is_there (void)
{
  CwGui gui;
  CwEditor *editor;
  CwDesign *design;
  CwId die;
  CwPoint at;

  cw_gui_start (&gui, TRUE);
  editor = cw_gui_get_editor (&gui);
  design = cw_editor_get_design (editor);
  die = cw_design_find (design, CW_ITEM_DIE, "U2");
  cw_gui_key (&gui, "t");
  g_assert_true (is_open (&gui));
  cw_gui_type (&gui, "u2");
  cw_gui_key (&gui, "Return");
  g_assert_cmpuint (cw_selection_get_n (cw_editor_get_selection (editor)), ==, 1);
  g_assert_cmpuint (cw_selection_get (cw_editor_get_selection (editor), 0).item, ==, die);

  /* to a place, with the crosshair there */
  cw_palette_open (get_palette (&gui), ":");
  cw_gui_type (&gui, "1000 500");
  cw_gui_key (&gui, "Return");
  cw_editor_get_pointer (editor, &at);
  g_assert_cmpint (at.x, ==, CW_MM);
  g_assert_cmpint (at.y, ==, 500 * CW_UM);

  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.find-net", NULL);
  cw_gui_key (&gui, "Down");
  cw_gui_key (&gui, "Return");
  g_assert_cmpuint (cw_tool_host_get_settings (cw_editor_get_host (editor))->highlight_net, !=,
                    CW_ID_NONE);
  cw_gui_end (&gui);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* the ghost stays where it was, and what is in progress too */
static void
test_ghost_is_frozen (void)
{
  CwGui gui;
  CwTool *tool;
  CwPoint before;

  cw_gui_start (&gui, TRUE);
  focus_canvas (&gui);
  cw_gui_key (&gui, "k");
  cw_gui_click (&gui, PLACE);
  cw_gui_move (&gui, CW_POINT (0, 0));
  tool = cw_editor_get_tool (cw_gui_get_editor (&gui));
  g_assert_cmpint (cw_tool_get_state (tool), ==, CW_TOOL_ACTIVE);
  before = cw_tool_get_snap (tool)->at;
  cw_gui_key (&gui, "space");
  cw_gui_spin (is_laid_out, get_palette (&gui));
  cw_gui_move (&gui, CW_POINT (-5000 * CW_UM, -3000 * CW_UM));
  g_assert_true (is_open (&gui));
  g_assert_cmpint (cw_tool_get_snap (tool)->at.x, ==, before.x);
  g_assert_cmpint (cw_tool_get_snap (tool)->at.y, ==, before.y);
  cw_gui_type (&gui, "cancel");
  cw_gui_key (&gui, "Return");
  g_assert_cmpint (cw_tool_get_state (tool), ==, CW_TOOL_ARMED);
  cw_gui_end (&gui);
}

/* every action of the window and of the program is in the list that all is made from */
static void
check_group (GActionGroup *group, const char *prefix)
{
  /* what carries an item or a file that the palette itself finds, or a menu offers */
  static const char *const others[]
      = { "win.pick", "win.open-sample", "win.add-step", "win.help-page", NULL };
  g_auto (GStrv) names = g_action_group_list_actions (group);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, names[i], NULL);
      gboolean found = g_strv_contains (others, name);

      for (guint j = 0; j < cw_action_list_get_n () && !found; j++)
        {
          const char *action = cw_action_list_get (j)->action;

          found = g_str_has_prefix (action, name) && strchr (":(", action[strlen (name)]) != NULL;
        }
      if (!found)
        g_error ("%s has no row in app/cw-commands.c", name);
    }
}

static void
test_every_action_has_an_entry (void)
{
  CwGui gui;

  cw_gui_start (&gui, TRUE);
  check_group (G_ACTION_GROUP (gui.window), "win.");
  check_group (G_ACTION_GROUP (gui.application), "app.");
  cw_gui_end (&gui);
}

/* does it and sees whether the design is another one; what edits must have said so */
static void
run_one (CwGui *gui, const CwActionInfo *info)
{
  CwDocument *document = cw_editor_get_document (cw_gui_get_editor (gui));
  CwDesign *before = cw_document_get_design (document);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (info->action, &name, &target, NULL));
  gtk_widget_activate_action_variant (GTK_WIDGET (gui->window), name, target);
  if (cw_document_get_design (document) == before)
    return;
  g_test_message ("%s: %s", info->action, cw_document_get_undo_label (document));
  if (info->undo_label == NULL)
    g_error ("%s edits, but has no undo label", info->action);
  g_assert_nonnull (cw_document_get_undo_label (document));
  g_assert_cmpstr (cw_document_get_undo_label (document), !=, "");
  g_assert_true (cw_document_undo (document));
}

static void
test_what_edits_has_an_undo_label (void)
{
  static const char *const not_now[] = { "win.new",
                                         "win.open",
                                         "win.save",
                                         "win.save-as",
                                         "win.undo",
                                         "win.redo",
                                         "win.export-gerber",
                                         "win.export-picture",
                                         "win.export-panel",
                                         "win.export-traveller",
                                         "window.close",
                                         "app.quit",
                                         "app.about",
                                         "win.show-shortcuts",
                                         "win.palette",
                                         "win.preferences",
                                         "win.change-keys",
                                         "win.help",
                                         "win.help-contents",
                                         "win.help-rule",
                                         "win.run::menu",
                                         "win.run::list-below",
                                         NULL };
  CwGui gui;
  CwEditor *editor;
  CwPick pick = { 0 };

  cw_gui_start (&gui, TRUE);
  editor = cw_gui_get_editor (&gui);
  pick.item = cw_design_find (cw_editor_get_design (editor), CW_ITEM_DIE, "U1");
  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);

      if (g_strv_contains (not_now, info->action) || g_str_has_prefix (info->action, "app."))
        continue;
      cw_editor_choose_tool (editor, info->tool != NULL ? info->tool : "select", FALSE);
      cw_selection_change (cw_editor_get_selection (editor), CW_SELECT_REPLACE, &pick, 1);
      run_one (&gui, info);
    }
  cw_gui_end (&gui);
}

/* the keys of another program, at once and everywhere */
static void
test_other_keymap (void)
{
  CwGui gui;
  CwKeymap *keymap = cw_keymap_get_default ();

  cw_gui_start (&gui, TRUE);
  focus_canvas (&gui);
  cw_keymap_set_kind (keymap, CW_KEYMAP_KLAYOUT);
  cw_gui_move (&gui, PLACE);
  cw_gui_key (&gui, "o");
  g_assert_cmpstr (cw_tool_get_info (cw_editor_get_tool (cw_gui_get_editor (&gui)))->name, ==,
                   "via");
  cw_gui_key (&gui, "Escape");
  cw_gui_key (&gui, "space");
  g_assert_false (is_open (&gui));
  cw_gui_key (&gui, "<Control><Shift>p");
  g_assert_true (is_open (&gui));
  cw_gui_key (&gui, "Escape");
  cw_keymap_bind (keymap, "win.tool::ruler", "<Control><Alt>k");
  cw_gui_key (&gui, "<Control><Alt>k");
  g_assert_cmpstr (cw_tool_get_info (cw_editor_get_tool (cw_gui_get_editor (&gui)))->name, ==,
                   "ruler");
  cw_keymap_unbind (keymap, "win.tool::ruler");
  cw_keymap_set_kind (keymap, CW_KEYMAP_DEFAULT);
  cw_gui_end (&gui);
}

/* a key of another action is taken only after a question */
static void
test_rebinding (void)
{
  CwKeymap *keymap = cw_keymap_get_default ();
  const CwActionInfo *ruler = cw_action_list_find ("win.tool::ruler");
  const CwActionInfo *via = cw_action_list_find ("win.tool::via");
  GtkWidget *list = g_object_ref_sink (cw_key_list_new ());

  cw_key_list_ask (CW_KEY_LIST (list), ruler->action);
  g_assert_true (cw_key_list_take (CW_KEY_LIST (list), "<Control><Alt>j"));
  g_assert_cmpstr (cw_action_list_get_keys (ruler), ==, "<Control><Alt>j");
  cw_key_list_ask (CW_KEY_LIST (list), ruler->action);
  g_assert_false (cw_key_list_take (CW_KEY_LIST (list), "v"));
  g_assert_cmpstr (cw_action_list_get_keys (via), ==, "v");
  cw_key_list_accept (CW_KEY_LIST (list));
  g_assert_cmpstr (cw_action_list_get_keys (ruler), ==, "v");
  g_assert_null (cw_action_list_get_keys (via));
  cw_keymap_unbind (keymap, ruler->action);
  cw_keymap_unbind (keymap, via->action);
  g_object_unref (list);
}

static CwHelp *
find_help (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (CW_IS_HELP (window))
        return CW_HELP (window);
    }

  return NULL;
}

/* of the tool in hand, of the list in front; and every list has a page */
static void
test_help (void)
{
  CwGui gui;
  GtkWidget *switcher;
  g_autoptr (GListModel) pages = NULL;

  cw_gui_start (&gui, TRUE);
  focus_canvas (&gui);
  cw_gui_key (&gui, "x");
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.help", NULL);
  g_assert_cmpstr (cw_help_get_page (find_help ()), ==, "tool-trace");
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.show-claims", NULL);
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.help", NULL);
  g_assert_cmpstr (cw_help_get_page (find_help ()), ==, "panel-claims");
  switcher = find_child (GTK_WIDGET (gui.window), GTK_TYPE_STACK_SWITCHER);
  pages = G_LIST_MODEL (
      gtk_stack_get_pages (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher))));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);
      g_autofree char *name
          = g_strdup_printf ("panel-%s", gtk_stack_page_get_name (GTK_STACK_PAGE (page)));

      g_assert_true (cw_help_show (find_help (), name));
    }
  gtk_window_destroy (GTK_WINDOW (find_help ()));
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/palette/space-tapped-opens-and-held-pans", test_space);
  g_test_add_func ("/gui/palette/chooses-a-tool", test_choose_a_tool);
  g_test_add_func ("/gui/palette/finds-items-nets-and-places", test_find_what_is_there);
  g_test_add_func ("/gui/palette/ghost-is-frozen-below", test_ghost_is_frozen);
  g_test_add_func ("/gui/palette/every-action-has-an-entry", test_every_action_has_an_entry);
  g_test_add_func ("/gui/palette/what-edits-has-an-undo-label", test_what_edits_has_an_undo_label);
  g_test_add_func ("/gui/palette/another-keymap-acts-at-once", test_other_keymap);

  g_test_add_func ("/gui/palette/key-of-another-is-taken-after-a-question", test_rebinding);
  g_test_add_func ("/gui/palette/help-is-about-where-one-is", test_help);

  return g_test_run ();
}
