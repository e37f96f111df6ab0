/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-preferences.h"
#include "app/cw-window-private.h"

/* From the settings of the program to what is set around the tools. */

static guint
find (GSettings *settings, const char *key, const char *const *names)
{
  g_autofree char *name = g_settings_get_string (settings, key);
  guint i;

  for (i = 0; names[i + 1] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      break;

  return i;
}

/**
 * cw_window_apply_preferences:
 * @self: a window
 *
 * Sets what tools heed to what the user prefers.
 */
void
cw_window_apply_preferences (CwWindow *self)
{
  static const char *const angles[] = { "any", "45", "90", "arc", NULL };
  static const char *const behaviours[] = { "stop", "walk-around", "allow", NULL };
  g_autofree char *unit = g_settings_get_string (self->settings, "unit");
  CwToolSettings settings;
  CwToolHost *host;

  if (self->editor == NULL)
    return;
  host = cw_editor_get_host (self->editor);
  settings = *cw_tool_host_get_settings (host);
  cw_unit_parse (unit, &settings.unit);
  settings.right_click_finishes = g_settings_get_boolean (self->settings, "right-click-finishes");
  settings.type_to_enter = g_settings_get_boolean (self->settings, "type-to-enter");
  settings.angle_mode = (CwAngleMode) find (self->settings, "angle-mode", angles);
  settings.behaviour = (CwBehaviour) find (self->settings, "behaviour", behaviours);
  cw_tool_host_set_settings (host, &settings);
}

/* a setting that was changed leaves alone what the tools changed since */
static void
changed (CwWindow *self, const char *key)
{
  static const char *const keys[]
      = { "unit", "right-click-finishes", "type-to-enter", "angle-mode", "behaviour", NULL };

  if (g_strv_contains (keys, key))
    cw_window_apply_preferences (self);
}

/**
 * cw_window_follow_preferences:
 * @self: a window
 *
 * Applies what is changed in the preferences at once.
 */
void
cw_window_follow_preferences (CwWindow *self)
{
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
}

static void
show (CwWindow *self, gboolean keys)
{
  if (self->preferences == NULL)
    {
      self->preferences = cw_preferences_new (GTK_WINDOW (self));
      g_object_add_weak_pointer (G_OBJECT (self->preferences), (gpointer *) &self->preferences);
    }
  if (keys)
    cw_preferences_show_keys (self->preferences);
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
run_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show (data, FALSE);
}

static void
run_change_keys (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show (data, TRUE);
}

static const GActionEntry entries[] = {
  { .name = "preferences", .activate = run_preferences },
  { .name = "change-keys", .activate = run_change_keys },
};

/**
 * cw_window_add_preference_actions:
 * @self: a window
 *
 * Adds the commands that open the preferences.
 */
void
cw_window_add_preference_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
