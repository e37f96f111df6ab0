/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-window-private.h"
#include "widgets/tool/cw-snap.h"

#define FAINT_STEP 20 /* [%] */
#define FAINT_MOST 80 /* what is not seen at all is hidden instead [%] */

/* how levels other than the active one are shown */
typedef enum
{
  CW_DIMMING_NONE,
  CW_DIMMING_DIMMED,
  CW_DIMMING_HIDDEN,
  CW_N_DIMMINGS
} CwDimming;

static const char *const switches[] = { "rulers", "grid", "crosshair", "minimap", "airwires" };

static CwCanvas *
get_canvas (gpointer data)
{
  return CW_CANVAS (((CwWindow *) data)->canvas);
}

static void
run_fit_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_canvas_fit_all (get_canvas (data));
}

static void
run_view_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_canvas_go_back (get_canvas (data), -1);
}

static void
run_view_forward (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_canvas_go_back (get_canvas (data), 1);
}

static void
run_goto (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_canvas_ask_place (get_canvas (data));
}

static void
run_clear_highlight (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.highlight_net = CW_ID_NONE;
  cw_tool_host_set_settings (host, &settings);
}

static void
set_origin (CwWindow *self, CwPoint at)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.origin = at;
  cw_tool_host_set_settings (host, &settings);
}

/* where the tool in hand has snapped to, else on the grid */
static void
run_origin (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwTool *tool = cw_editor_get_tool (self->editor);
  const CwSnap *snap = cw_tool_get_snap (tool);
  CwPoint at;

  if (!cw_editor_get_pointer (self->editor, &at))
    return;
  if (cw_tool_get_state (tool) != CW_TOOL_IDLE && snap->kind != CW_SNAP_NONE)
    at = snap->at;
  else
    at = cw_snap_to_grid (at, cw_tool_host_get_settings (cw_editor_get_host (self->editor))->grid);
  set_origin (self, at);
}

static void
run_reset_origin (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_origin (data, CW_POINT (0, 0));
}

/* of the wiring levels only the active one is left */
static guint64
get_levels_alone (CwWindow *self, guint64 levels, guint active)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));

  for (guint i = 0; i < cw_technology_get_n_wiring_levels (technology); i++)
    levels &= ~((guint64) 1 << cw_technology_get_wiring_level (technology, i));

  return levels | (guint64) 1 << active;
}

static void
hide_others (CwWindow *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  self->dimmed_for = settings.active_level;
  settings.visible_levels = get_levels_alone (self, self->dimmed_from, settings.active_level);
  cw_tool_host_set_settings (host, &settings);
}

static void
show_others (CwWindow *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.visible_levels = self->dimmed_from;
  cw_tool_host_set_settings (host, &settings);
}

static void
run_dim (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const told[]
      = { N_ ("All levels alike"), N_ ("Other levels dimmed"), N_ ("Other wiring levels hidden") };
  CwWindow *self = data;

  self->dim = (self->dim + 1) % CW_N_DIMMINGS;
  if (self->dim == CW_DIMMING_HIDDEN)
    {
      self->dimmed_from
          = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->visible_levels;
      hide_others (self);
    }
  else if (self->dim == CW_DIMMING_NONE)
    show_others (self);
  cw_canvas_set_dimmed (get_canvas (self), self->dim == CW_DIMMING_DIMMED);
  cw_window_tell (self, _ (told[self->dim]));
}

/* the active level lets more or less of what lies below it show through */
static void
change_faint (CwWindow *self, int by)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  guint8 *faint = &settings.faint[settings.active_level];
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  g_autofree char *text = NULL;

  *faint = (guint8) CLAMP (*faint + by, 0, FAINT_MOST);
  cw_tool_host_set_settings (host, &settings);
  text = g_strdup_printf (_ ("%s at %d %%"),
                          cw_technology_get_level (technology, settings.active_level)->name,
                          100 - *faint);
  cw_window_tell (self, text);
}

static void
run_fainter_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change_faint (data, FAINT_STEP);
}

static void
run_stronger_level (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  change_faint (data, -FAINT_STEP);
}

/**
 * cw_window_follow_level:
 * @self: a window
 *
 * While the other wiring levels are hidden, lets another active level be the one that
 * is seen.
 */
void
cw_window_follow_level (CwWindow *self)
{
  if (self->dim == CW_DIMMING_HIDDEN
      && cw_tool_host_get_settings (cw_editor_get_host (self->editor))->active_level
             != self->dimmed_for)
    hide_others (self);
}

static const GActionEntry entries[] = {
  { .name = "fit-all", .activate = run_fit_all },
  { .name = "view-back", .activate = run_view_back },
  { .name = "view-forward", .activate = run_view_forward },
  { .name = "goto", .activate = run_goto },
  { .name = "clear-highlight", .activate = run_clear_highlight },
  { .name = "origin", .activate = run_origin },
  { .name = "reset-origin", .activate = run_reset_origin },
  { .name = "dim", .activate = run_dim },
  { .name = "fainter-level", .activate = run_fainter_level },
  { .name = "stronger-level", .activate = run_stronger_level },
};

/**
 * cw_window_add_view_actions:
 * @self: a window
 *
 * Adds the commands that change how the plan is looked at.
 */
void
cw_window_add_view_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, switches[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

/**
 * cw_window_update_view_actions:
 * @self: a window
 *
 * Enables what can be done with the view now.
 */
void
cw_window_update_view_actions (CwWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name, self->editor != NULL);
}

static void
scale_changed (CwWindow *self)
{
  cw_section_area_set_ratio (CW_SECTION_AREA (self->section),
                             g_settings_get_int (self->settings, "ui-scale") / 100.0);
}

/**
 * cw_window_bind_view:
 * @self: a window
 *
 * Lets the canvas follow the settings of what is around the plan.
 */
void
cw_window_bind_view (CwWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_settings_bind (self->settings, switches[i], self->canvas, switches[i], G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "ui-scale", self->canvas, "ui-scale", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->settings, "changed::ui-scale", G_CALLBACK (scale_changed), self,
                           G_CONNECT_SWAPPED);
  scale_changed (self);
}
