/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-window-private.h"
#include "widgets/cw-start-sheet.h"
#include "widgets/tool/cw-tool-registry.h"

/**
 * cw_window_activate:
 * @self: a window
 * @detailed: detailed name of an action
 *
 * Does an action.
 */
void
cw_window_activate (CwWindow *self, const char *detailed)
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

/* from anywhere, also where text is typed */
static gboolean
open_palette (CwWindow *self, guint keyval, GdkModifierType state)
{
  const CwCommand *command = cw_commands_find_key (keyval, state);

  if (command == NULL || strcmp (command->action, "win.palette") != 0)
    return FALSE;
  cw_window_open_palette (self, "");

  return TRUE;
}

/* Ctrl+Shift+1 is that key on every keyboard, not the sign that Shift makes of it */
static guint
get_plain_digit (CwWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n;

  if ((state & both) != both
      || !gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, &keys,
                                   &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    if (keyvals[i] >= GDK_KEY_0 && keyvals[i] <= GDK_KEY_9)
      return keyvals[i];

  return keyval;
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
    return (state & GDK_CONTROL_MASK) != 0 && open_palette (self, keyval, state);
  /* in a form, plain keys go from field to field */
  if (is_in_form (self, focus) && (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (self->editor != NULL && (focus != self->canvas || controller == NULL)
      && cw_canvas_send_key (CW_CANVAS (self->canvas), keyval, state))
    return GDK_EVENT_STOP;
  tool = self->editor != NULL ? cw_commands_find_tool_key (keyval, state) : NULL;
  if (tool != NULL)
    {
      cw_editor_choose_tool (self->editor, tool->name, TRUE);
      gtk_widget_grab_focus (self->canvas);
      return GDK_EVENT_STOP;
    }
  command = cw_commands_find_key (get_plain_digit (self, keyval, keycode, state), state);
  if (command == NULL)
    return GDK_EVENT_PROPAGATE;
  cw_window_activate (self, command->action);

  return GDK_EVENT_STOP;
}

/* Space that was neither held nor dragged with is a key like others */
static void
space_tapped (CwWindow *self)
{
  key_pressed (NULL, GDK_KEY_space, 0, 0, self);
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
  g_signal_connect_swapped (self->canvas, "space-tapped", G_CALLBACK (space_tapped), self);
  g_signal_connect_swapped (self->properties, "done", G_CALLBACK (focus_canvas), self);
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

    case CW_REQUEST_LIFT:
      cw_window_offer (self, text, _ ("Lift the filter"), "win.run::lift-filter");
      break;

    case CW_REQUEST_PROPERTIES:
    case CW_REQUEST_MOVE_EXACTLY:
      g_action_group_change_action_state (G_ACTION_GROUP (self), "panels",
                                          g_variant_new_boolean (TRUE));
      cw_property_panel_focus (CW_PROPERTY_PANEL (self->properties),
                               request == CW_REQUEST_MOVE_EXACTLY ? "x" : NULL);
      break;

    case CW_REQUEST_MENU:
      cw_window_open_menu (self, id);
      break;

    case CW_REQUEST_FIELD:
      cw_canvas_open_fields (CW_CANVAS (self->canvas), NULL);
      break;

    case CW_REQUEST_TYPE:
      cw_canvas_open_fields (CW_CANVAS (self->canvas), text);
      break;

    case CW_REQUEST_LIST:
      cw_window_list_below (self);
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
