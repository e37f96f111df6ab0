/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-window-private.h"
#include "widgets/cw-start-sheet.h"
#include "widgets/tool/cw-hit.h"
#include "widgets/tool/cw-tool-registry.h"

#define MOST_BELOW 20 /* things in the list of what lies below the pointer */

static void
activate (CwWindow *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static gboolean
is_in_form (CwWindow *self, GtkWidget *focus)
{
  return focus != NULL
         && (gtk_widget_is_ancestor (focus, self->setup)
             || gtk_widget_get_ancestor (focus, CW_TYPE_START_SHEET) != NULL);
}

/* after the widget in focus and the canvas did not want it: a letter in a text is a letter */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const CwToolInfo *tool;
  const CwCommand *command;

  if (focus != NULL && GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  /* in a form, plain keys go from field to field */
  if (is_in_form (self, focus) && (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (self->editor != NULL && focus != self->canvas
      && cw_canvas_send_key (CW_CANVAS (self->canvas), keyval, state))
    return GDK_EVENT_STOP;
  tool = self->editor != NULL ? cw_commands_find_tool_key (keyval, state) : NULL;
  if (tool != NULL)
    {
      cw_editor_choose_tool (self->editor, tool->name, TRUE);
      gtk_widget_grab_focus (self->canvas);
      return GDK_EVENT_STOP;
    }
  command = cw_commands_find_key (keyval, state);
  if (command == NULL)
    return GDK_EVENT_PROPAGATE;
  activate (self, command->action);

  return GDK_EVENT_STOP;
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, CwWindow *self)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    cw_window_open (self, l->data);
  g_slist_free (files);

  return TRUE;
}

static void
violation_chosen (CwWindow *self, gint64 index, gboolean closer)
{
  cw_window_point_out (self, (gssize) index, closer);
}

/* selects and frames what speaks for the state of a claim, or says that it is nothing in the plan */
static void
claim_chosen (CwWindow *self, guint number)
{
  CwClaimCoverage *coverage = cw_claims_panel_get_coverage (CW_CLAIMS_PANEL (self->claims));
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  CwBox area = CW_BOX_EMPTY;
  const CwId *items;
  gsize n;

  if (coverage == NULL)
    return;
  items = cw_claim_coverage_get_items (coverage, number, &n);
  for (gsize i = 0; i < n; i++)
    if (cw_design_get_item (design, items[i]) != NULL)
      {
        CwPick pick = { items[i], 0 };

        g_array_append_val (picks, pick);
        area = cw_box_union (area, cw_design_get_item_bounds (design, items[i]));
      }
  cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE,
                       (const CwPick *) (gpointer) picks->data, picks->len);
  if (cw_box_is_empty (area))
    cw_window_tell (self, cw_claim_coverage_get_reason (coverage, number));
  else
    cw_canvas_frame (CW_CANVAS (self->canvas), area);
}

static void
focus_canvas (CwWindow *self)
{
  gtk_widget_grab_focus (self->canvas);
}

/**
 * cw_window_add_controllers:
 * @self: a window
 *
 * Listens to keys, dropped files and the panels.
 */
void
cw_window_add_controllers (CwWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_swapped (self->checks, "chosen", G_CALLBACK (violation_chosen), self);
  g_signal_connect_swapped (self->claims, "chosen", G_CALLBACK (claim_chosen), self);
  g_signal_connect_swapped (self->properties, "done", G_CALLBACK (focus_canvas), self);
}

static void
menu_closed (CwWindow *self)
{
  gtk_widget_grab_focus (self->canvas);
}

static void
pop_up (CwWindow *self, GMenu *menu)
{
  CwSpot at = { 0, 0 };
  CwPoint point;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  if (cw_editor_get_pointer (self->editor, &point))
    at = cw_canvas_get_spot (CW_CANVAS (self->canvas), point);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, self->canvas);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* what the tool can do now is what its hints say */
static void
open_menu (CwWindow *self)
{
  g_autoptr (GArray) hints = cw_tool_list_hints (cw_editor_get_tool (self->editor));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) tool = g_menu_new ();

  for (guint i = 0; i < hints->len; i++)
    {
      const CwHint *hint = &g_array_index (hints, CwHint, i);
      g_autofree char *action = NULL;

      if (hint->command == NULL || strcmp (hint->command, "menu") == 0
          || strcmp (hint->command, "select") == 0 || strcmp (hint->command, "field") == 0
          || strcmp (hint->command, "nudge") == 0 || strcmp (hint->command, "point") == 0)
        continue;
      action = g_strdup_printf ("win.run::%s", hint->command);
      g_menu_append (tool, hint->label, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (tool));
  g_menu_append (view, _ ("Show the whole package"), "win.fit");
  g_menu_append (view, _ ("Show the selection"), "win.zoom-selection");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  pop_up (self, menu);
}

static void
list_below (CwWindow *self)
{
  const CwToolSettings *settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  CwDesign *design = cw_editor_get_design (self->editor);
  CwHitQuery query = { design, settings->visible_levels & ~settings->locked_levels,
                       settings->active_level, settings->filter };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GArray) hits = NULL;
  CwPlanView view;
  CwPoint at;

  if (!cw_editor_get_pointer (self->editor, &at))
    return;
  cw_canvas_get_view (CW_CANVAS (self->canvas), &view);
  hits = cw_hit_list (&query, at, (CwCoord) MIN (3 / view.scale, CW_MM));
  for (guint i = 0; i < MIN (hits->len, MOST_BELOW); i++)
    {
      CwPick pick = g_array_index (hits, CwHit, i).pick;
      g_autofree char *text = cw_pick_dup_description (design, pick, settings->unit);
      g_autofree char *action
          = g_strdup_printf ("win.pick((uint32 %u, uint32 %u))", pick.item, pick.part);

      g_menu_append (menu, text, action);
    }
  pop_up (self, menu);
}

typedef struct
{
  CwWindow *window;
  char *tool;
} Change;

static gboolean
take_tool (gpointer data)
{
  Change *change = data;

  if (change->window->editor != NULL)
    cw_editor_choose_tool (change->window->editor, change->tool, TRUE);

  return G_SOURCE_REMOVE;
}

static void
free_change (gpointer data)
{
  Change *change = data;

  g_object_unref (change->window);
  g_free (change->tool);
  g_free (change);
}

/* a tool that asks for another one is still at work */
static void
take_tool_soon (CwWindow *self, const char *tool)
{
  Change *change = g_new0 (Change, 1);

  change->window = g_object_ref (self);
  change->tool = g_strdup (tool);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, take_tool, change, free_change);
}

/**
 * cw_window_handle_request:
 * @self: a window
 * @request: a %CwToolRequest
 * @id: an item, or %CW_ID_NONE
 * @text: (nullable): words
 *
 * Does what a tool asks for.
 */
void
cw_window_handle_request (CwWindow *self, guint request, CwId id, const char *text)
{
  switch ((CwToolRequest) request)
    {
    case CW_REQUEST_TOAST:
      if (text != NULL)
        cw_window_tell (self, text);
      break;

    case CW_REQUEST_PROPERTIES:
    case CW_REQUEST_MOVE_EXACTLY:
      g_action_group_change_action_state (G_ACTION_GROUP (self), "panels",
                                          g_variant_new_boolean (TRUE));
      cw_property_panel_focus (CW_PROPERTY_PANEL (self->properties),
                               request == CW_REQUEST_MOVE_EXACTLY ? "x" : NULL);
      break;

    case CW_REQUEST_MENU:
      open_menu (self);
      break;

    case CW_REQUEST_FIELD:
      cw_canvas_open_fields (CW_CANVAS (self->canvas), NULL);
      break;

    case CW_REQUEST_TYPE:
      cw_canvas_open_fields (CW_CANVAS (self->canvas), text);
      break;

    case CW_REQUEST_LIST:
      list_below (self);
      break;

    case CW_REQUEST_TOOL:
      if (text != NULL && cw_tool_registry_find (text) != NULL)
        take_tool_soon (self, text);
      break;

    case CW_REQUEST_SWAP_VIEW:
    default:
      gtk_widget_grab_focus (gtk_widget_has_focus (self->canvas) ? self->section : self->canvas);
      break;
    }
}
