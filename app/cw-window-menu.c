/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-action-list.h"
#include "app/cw-commands.h"
#include "app/cw-window-private.h"
#include "widgets/tool/cw-tool-registry.h"

/* Menus at the pointer. All words and keys are those of the list of actions. */

#define RUN "win.run::"
#define NOT_NOW "win.not-now" /* no action: the item is there, but grey */

/* an empty name begins the next part */
static const char *const of_items[] = {
  "win.run::properties",
  "win.zoom-selection",
  "",
  "win.run::grow",
  "win.run::select-same-kind",
  "win.run::highlight-net",
  "",
  "win.run::move",
  "win.run::move-exactly",
  "win.run::rotate",
  "win.run::rotate-back",
  "win.run::flip",
  "win.run::array",
  "",
  "win.cut",
  "win.copy",
  "win.paste",
  "win.run::duplicate",
  "win.run::unroute",
  "win.run::lock",
  "win.run::delete",
};

static const char *const of_alignment[] = {
  "win.run::align-left",
  "win.run::align-centre",
  "win.run::align-right",
  "win.run::align-top",
  "win.run::align-middle",
  "win.run::align-bottom",
  "",
  "win.run::distribute-gaps-x",
  "win.run::distribute-gaps-y",
  "win.run::distribute-centres-x",
  "win.run::distribute-centres-y",
  "",
  "win.run::snap-to-grid",
};

static const char *const of_plan[] = {
  "win.paste",   "win.run::select-all", "win.show-search", "",         "win.fit",
  "win.fit-all", "win.zoom-selection",  "win.go-to",       "win.goto",
};

static const char *const of_grid[] = {
  "win.next-grid", "win.previous-grid", "", "win.grid",   "win.crosshair",    "win.rulers",
  "win.minimap",   "win.dim",           "", "win.origin", "win.reset-origin", "win.next-unit",
};

static const char *const of_view[]
    = { "win.section", "win.panels", "", "win.check", "win.palette" };

static gboolean
is_possible (CwWindow *self, const char *action)
{
  return !g_str_has_prefix (action, RUN)
         || cw_tool_has_command (cw_editor_get_tool (self->editor), action + strlen (RUN));
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    {
      g_autofree char *first = g_strndup (keys, strcspn (keys, " "));

      g_menu_item_set_attribute (item, "accel", "s", first);
    }
  g_menu_append_item (menu, item);
}

static void
add_action (CwWindow *self, GMenu *menu, const char *action)
{
  const CwActionInfo *info = cw_action_list_find (action);

  if (info != NULL && is_possible (self, action))
    add_item (menu, info->label, action, cw_action_list_get_keys (info));
}

static void
add_part (GMenu *menu, GMenu *part)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (part)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (part));
}

static void
add_actions (CwWindow *self, GMenu *menu, const char *const *actions, gsize n)
{
  g_autoptr (GMenu) part = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    if (*actions[i] != '\0')
      add_action (self, part, actions[i]);
    else
      {
        add_part (menu, part);
        g_object_unref (part);
        part = g_menu_new ();
      }
  add_part (menu, part);
}

static void
add_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
add_tools (CwWindow *self, GMenu *menu)
{
  g_autoptr (GMenu) tools = g_menu_new ();

  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.tool::%s", cw_tool_registry_get (i)->name);

      add_action (self, tools, action);
    }
  add_submenu (menu, _ ("Tools"), tools);
}

static void
add_levels (CwWindow *self, GMenu *menu)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  g_autoptr (GMenu) levels = g_menu_new ();

  for (guint i = cw_technology_get_n_wiring_levels (technology); i-- > 0;)
    {
      guint level = cw_technology_get_wiring_level (technology, i);
      g_autofree char *action = g_strdup_printf ("win.level(%u)", i + 1);
      const CwActionInfo *info = cw_action_list_find (action);

      add_item (levels, cw_technology_get_level (technology, level)->name, action,
                info != NULL ? cw_action_list_get_keys (info) : NULL);
    }
  add_submenu (menu, _ ("Active level"), levels);
}

static GMenu *
make_plan_menu (CwWindow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) grid = g_menu_new ();

  add_actions (self, menu, of_plan, G_N_ELEMENTS (of_plan));
  add_tools (self, more);
  add_levels (self, more);
  add_actions (self, grid, of_grid, G_N_ELEMENTS (of_grid));
  add_submenu (more, _ ("Grid and view"), grid);
  add_part (menu, more);
  add_actions (self, menu, of_view, G_N_ELEMENTS (of_view));

  return menu;
}

static GMenu *
make_item_menu (CwWindow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) alignment = g_menu_new ();

  add_actions (self, menu, of_items, G_N_ELEMENTS (of_items));
  add_actions (self, alignment, of_alignment, G_N_ELEMENTS (of_alignment));
  add_submenu (more, _ ("Align and distribute"), alignment);
  add_action (self, more, "win.run::list-below");
  add_part (menu, more);

  return menu;
}

static gboolean
is_pointing (const char *command)
{
  static const char *const commands[]
      = { "menu", "select", "point", "enter", "commit", "finish", "remove-point", "cancel", NULL };

  return g_strv_contains (commands, command);
}

/* what the tool in hand can do now; to finish comes first, and is there also while it cannot be */
static GMenu *
make_tool_menu (CwWindow *self)
{
  CwTool *tool = cw_editor_get_tool (self->editor);
  g_autoptr (GArray) hints = cw_tool_list_hints (tool);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) options = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (cw_tool_has_command (tool, "finish"))
    add_action (self, first, "win.run::finish");
  else
    add_item (first, _ ("Finish"), NOT_NOW, NULL);
  add_action (self, first, "win.run::remove-point");
  for (guint i = 0; i < hints->len; i++)
    {
      const CwHint *hint = &g_array_index (hints, CwHint, i);
      g_autofree char *action = NULL;
      const CwActionInfo *info;

      if (hint->command == NULL || is_pointing (hint->command))
        continue;
      action = g_strdup_printf (RUN "%s", hint->command);
      info = cw_action_list_find (action);
      add_item (options, hint->label, action, info != NULL ? cw_action_list_get_keys (info) : NULL);
    }
  add_part (menu, first);
  add_part (menu, options);
  add_levels (self, last);
  add_action (self, last, "win.run::cancel");
  add_part (menu, last);

  return menu;
}

static void
menu_closed (CwWindow *self)
{
  gtk_widget_grab_focus (self->canvas);
}

/* a box presents its popovers when they change their size, which the canvas does not */
static void
pop_up (CwWindow *self, GMenu *menu)
{
  GtkWidget *parent = gtk_window_get_child (GTK_WINDOW (self));
  graphene_point_t spot = GRAPHENE_POINT_INIT (0, 0);
  CwPoint point;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  if (cw_editor_get_pointer (self->editor, &point))
    {
      CwSpot at = cw_canvas_get_spot (CW_CANVAS (self->canvas), point);

      spot = GRAPHENE_POINT_INIT ((float) at.x, (float) at.y);
    }
  if (!gtk_widget_compute_point (self->canvas, parent, &spot, &spot))
    return;
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) spot.x, (int) spot.y, 1, 1 });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * cw_window_open_menu:
 * @self: a window with a document
 * @id: the item below the pointer, or %CW_ID_NONE
 *
 * Opens the menu of the tool in hand, of the selection, or of the plan.
 */
void
cw_window_open_menu (CwWindow *self, CwId id)
{
  CwToolState state = cw_tool_get_state (cw_editor_get_tool (self->editor));
  g_autoptr (GMenu) menu = state != CW_TOOL_IDLE ? make_tool_menu (self)
                           : id != CW_ID_NONE    ? make_item_menu (self)
                                                 : make_plan_menu (self);

  pop_up (self, menu);
}
