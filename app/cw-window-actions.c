/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-shortcuts.h"
#include "app/cw-window-private.h"
#include "widgets/tool/cw-tool-registry.h"

#define ZOOM_STEP 1.25

static const CwCoord grids[]
    = { 10, 50, 100, 500, CW_UM, 2 * CW_UM, 5 * CW_UM, 10 * CW_UM, 50 * CW_UM, 100 * CW_UM };
static const CwUnit units[] = { CW_UNIT_UM, CW_UNIT_MM, CW_UNIT_MIL, CW_UNIT_NM };
static const char *const unit_names[] = { "um", "mm", "mil", "nm" };

static CwToolHost *
get_host (CwWindow *self)
{
  return cw_editor_get_host (self->editor);
}

static void
run_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_open (data);
}

static void
run_open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_open_sample (data, g_variant_get_string (parameter, NULL));
}

static void
run_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_new_package (data);
}

static void
run_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_save (data);
}

static void
run_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_save (data);
}

static void
run_export_gerber (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_gerber (data);
}

static void
run_export_picture (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_picture (data);
}

static void
run_export_panel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_panel (data);
}

static void
run_export_traveller (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_ask_traveller (data);
}

static void
run_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  g_autofree char *label
      = g_strdup (cw_document_get_undo_label (cw_editor_get_document (self->editor)));
  g_autofree char *text = NULL;

  if (!cw_editor_undo (self->editor))
    return;
  text = g_strdup_printf (_ ("Undone: %s"), label);
  cw_window_tell (self, text);
}

static void
run_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  g_autofree char *label
      = g_strdup (cw_document_get_redo_label (cw_editor_get_document (self->editor)));
  g_autofree char *text = NULL;

  if (!cw_editor_redo (self->editor))
    return;
  text = g_strdup_printf (_ ("Redone: %s"), label);
  cw_window_tell (self, text);
}

/* a command of the tool in hand, or of Select when another one is at rest */
static void
run_command (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_editor_run (self->editor, g_variant_get_string (parameter, NULL));
}

static void
run_pick (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwPick pick;

  g_variant_get (parameter, "(uu)", &pick.item, &pick.part);
  if (cw_design_get_item (cw_editor_get_design (self->editor), pick.item) != NULL)
    cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE, &pick, 1);
}

static void
change_tool (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (self->editor == NULL || cw_tool_registry_find (name) == NULL)
    return;
  if (strcmp (cw_tool_get_info (cw_editor_get_tool (self->editor))->name, name) != 0)
    cw_editor_choose_tool (self->editor, name, FALSE);
  gtk_widget_grab_focus (self->canvas);
}

static void
run_fit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  if (gtk_widget_has_focus (self->section))
    cw_section_area_fit (CW_SECTION_AREA (self->section));
  else
    cw_canvas_fit (CW_CANVAS (self->canvas));
}

static void
run_zoom_selection (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  gtk_widget_activate_action (self->canvas, "canvas.zoom-selection", NULL);
}

static void
run_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_canvas_zoom (CW_CANVAS (self->canvas), ZOOM_STEP);
}

static void
run_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_canvas_zoom (CW_CANVAS (self->canvas), 1 / ZOOM_STEP);
}

static void
run_toggle_theme (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  gboolean dark;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-application-prefer-dark-theme",
                &dark, NULL);
  g_settings_set_string (self->settings, "theme", dark ? "light" : "dark");
}

static void
change_panels (GSimpleAction *action, GVariant *state, gpointer data)
{
  CwWindow *self = data;
  gboolean shown = g_variant_get_boolean (state);

  gtk_widget_set_visible (self->left, shown);
  gtk_widget_set_visible (self->right, shown);
  g_simple_action_set_state (action, state);
}

static void
change_section (GSimpleAction *action, GVariant *state, gpointer data)
{
  CwWindow *self = data;

  gtk_widget_set_visible (self->section_pane, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

/* the wiring level of an ordinal from 0, if there is one */
static void
set_level (CwWindow *self, guint ordinal)
{
  CwToolSettings settings = *cw_tool_host_get_settings (get_host (self));
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));

  if (ordinal >= cw_technology_get_n_wiring_levels (technology))
    return;
  settings.active_level = (guint8) cw_technology_get_wiring_level (technology, ordinal);
  settings.visible_levels |= (guint64) 1 << settings.active_level;
  cw_tool_host_set_settings (get_host (self), &settings);
}

static guint
get_ordinal (CwWindow *self)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  guint active = cw_tool_host_get_settings (get_host (self))->active_level;

  for (guint i = 0; i < cw_technology_get_n_wiring_levels (technology); i++)
    if (cw_technology_get_wiring_level (technology, i) == active)
      return i;

  return 0;
}

static void
run_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_level (data, (guint) g_variant_get_int32 (parameter) - 1);
}

static void
run_next_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_level (data, get_ordinal (data) + 1);
}

static void
run_previous_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint ordinal = get_ordinal (data);

  set_level (data, ordinal > 0 ? ordinal - 1 : 0);
}

static void
run_top_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));

  set_level (self, cw_technology_get_n_wiring_levels (technology) - 1);
}

static void
run_bottom_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_level (data, 0);
}

static void
step_grid (CwWindow *self, int step)
{
  CwToolSettings settings = *cw_tool_host_get_settings (get_host (self));
  int at = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (grids); i++)
    if (grids[i] <= settings.grid)
      at = i;
  at = (at + step + (int) G_N_ELEMENTS (grids)) % (int) G_N_ELEMENTS (grids);
  settings.grid = grids[at];
  cw_tool_host_set_settings (get_host (self), &settings);
}

static void
run_next_grid (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_grid (data, 1);
}

static void
run_previous_grid (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_grid (data, -1);
}

static void
run_next_unit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwToolSettings settings = *cw_tool_host_get_settings (get_host (self));
  gsize at = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] == settings.unit)
      at = (i + 1) % G_N_ELEMENTS (units);
  settings.unit = units[at];
  cw_tool_host_set_settings (get_host (self), &settings);
  g_settings_set_string (self->settings, "unit", unit_names[at]);
}

static void
run_palette (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_open_palette (data, "");
}

static void
run_calculate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_open_palette (data, "=");
}

static void
run_find_item (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_open_palette (data, "@");
}

static void
run_find_net (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_open_palette (data, "#");
}

static void
run_show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  const char *tool
      = self->editor != NULL ? cw_tool_get_info (cw_editor_get_tool (self->editor))->name : NULL;

  gtk_window_present (GTK_WINDOW (cw_shortcuts_new (GTK_WINDOW (self), tool)));
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = run_new },
  { .name = "open", .activate = run_open },
  { .name = "open-sample", .activate = run_open_sample, .parameter_type = "s" },
  { .name = "save", .activate = run_save },
  { .name = "save-as", .activate = run_save_as },
  { .name = "export-gerber", .activate = run_export_gerber },
  { .name = "export-picture", .activate = run_export_picture },
  { .name = "export-panel", .activate = run_export_panel },
  { .name = "export-traveller", .activate = run_export_traveller },
  { .name = "undo", .activate = run_undo },
  { .name = "redo", .activate = run_redo },
  { .name = "run", .activate = run_command, .parameter_type = "s" },
  { .name = "pick", .activate = run_pick, .parameter_type = "(uu)" },
  { .name = "tool", .activate = change_tool, .parameter_type = "s", .state = "'select'" },
  { .name = "fit", .activate = run_fit },
  { .name = "zoom-selection", .activate = run_zoom_selection },
  { .name = "zoom-in", .activate = run_zoom_in },
  { .name = "zoom-out", .activate = run_zoom_out },
  { .name = "toggle-theme", .activate = run_toggle_theme },
  { .name = "panels", .state = "true", .change_state = change_panels },
  { .name = "section", .state = "true", .change_state = change_section },
  { .name = "level", .activate = run_level, .parameter_type = "i" },
  { .name = "next-level", .activate = run_next_level },
  { .name = "previous-level", .activate = run_previous_level },
  { .name = "top-level", .activate = run_top_level },
  { .name = "bottom-level", .activate = run_bottom_level },
  { .name = "next-grid", .activate = run_next_grid },
  { .name = "previous-grid", .activate = run_previous_grid },
  { .name = "next-unit", .activate = run_next_unit },
  { .name = "palette", .activate = run_palette },
  { .name = "calculate", .activate = run_calculate },
  { .name = "find-item", .activate = run_find_item },
  { .name = "find-net", .activate = run_find_net },
  { .name = "show-shortcuts", .activate = run_show_shortcuts },
};

/* what works without a document */
static const char *const always[]
    = { "new",    "open",    "open-sample", "toggle-theme", "show-shortcuts",
        "panels", "section", "palette",     "calculate",    NULL };

/**
 * cw_window_add_actions:
 * @self: a window
 *
 * Adds the commands.
 */
void
cw_window_add_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  cw_window_add_clipboard_actions (self);
  cw_window_add_section_actions (self);
  cw_window_add_setup_actions (self);
  cw_window_add_flow_actions (self);
  cw_window_add_preference_actions (self);
  cw_window_add_help_actions (self);
  cw_window_add_panel_actions (self);
  cw_window_add_view_actions (self);
  cw_window_add_check_actions (self);
}

/**
 * cw_window_enable:
 * @self: a window
 * @name: name of one of its actions
 * @enabled: whether it can be done now
 *
 * Enables a command or not.
 */
void
cw_window_enable (CwWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_step_tooltip (GtkWidget *button, const char *action, const char *verb, const char *label)
{
  g_autofree char *what = label != NULL ? g_strdup_printf ("%s: %s", verb, label) : NULL;
  g_autofree char *tooltip = cw_commands_dup_tooltip (action, what);

  gtk_widget_set_tooltip_text (button, tooltip);
}

/**
 * cw_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
cw_window_update_actions (CwWindow *self)
{
  CwDocument *document = self->editor != NULL ? cw_editor_get_document (self->editor) : NULL;
  GAction *tool = g_action_map_lookup_action (G_ACTION_MAP (self), "tool");
  gboolean active = self->editor != NULL
                    && cw_tool_get_state (cw_editor_get_tool (self->editor)) == CW_TOOL_ACTIVE;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name,
                      self->editor != NULL || g_strv_contains (always, entries[i].name));
  cw_window_update_clipboard_actions (self);
  cw_window_update_section_actions (self);
  cw_window_update_setup_actions (self);
  cw_window_update_flow_actions (self);
  cw_window_update_panel_actions (self);
  cw_window_update_view_actions (self);
  cw_window_update_check_actions (self);
  if (document == NULL)
    return;
  cw_window_enable (self, "undo", active || cw_document_can_undo (document));
  cw_window_enable (self, "redo", cw_document_can_redo (document));
  cw_window_enable (self, "zoom-selection",
                    cw_selection_get_n (cw_editor_get_selection (self->editor)) > 0);
  set_step_tooltip (self->undo, "win.undo", _ ("Undo"), cw_document_get_undo_label (document));
  set_step_tooltip (self->redo, "win.redo", _ ("Redo"), cw_document_get_redo_label (document));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (tool),
      g_variant_new_string (cw_tool_get_info (cw_editor_get_tool (self->editor))->name));
}
