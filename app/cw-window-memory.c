/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-window-private.h"
#include "widgets/cw-steps.h"

/* How a document was looked at is kept with the user's settings, not in the design: by its URI, the
 * newest ones only. */

#define KEY "view-states"
#define STATES_MAX 40
#define CORNERS_MAX 64 /* of a section line */

static GVariant *
save_section (CwToolHost *host)
{
  const GArray *points = cw_tool_host_get_section (host);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ii)"));
  for (guint i = 0; i < MIN (points->len, CORNERS_MAX); i++)
    {
      CwPoint p = g_array_index (points, CwPoint, i);

      g_variant_builder_add (&builder, "(ii)", p.x, p.y);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
save_state (CwWindow *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  const CwToolSettings *settings = cw_tool_host_get_settings (host);
  GVariantDict dict;
  CwPlanView view;

  cw_canvas_get_view (CW_CANVAS (self->canvas), &view);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "x", "d", view.x);
  g_variant_dict_insert (&dict, "y", "d", view.y);
  g_variant_dict_insert (&dict, "scale", "d", view.scale);
  g_variant_dict_insert (&dict, "levels", "t", settings->visible_levels);
  g_variant_dict_insert (&dict, "level", "y", settings->active_level);
  g_variant_dict_insert (&dict, "step", "u", cw_steps_get (host));
  g_variant_dict_insert (&dict, "cut-line", "u", cw_tool_host_get_cut_line (host));
  g_variant_dict_insert_value (&dict, "section", save_section (host));
  g_variant_dict_insert (&dict, "time", "x", g_get_real_time () / G_USEC_PER_SEC);

  return g_variant_dict_end (&dict);
}

/* the one that was looked at longest ago makes room */
static void
drop_oldest (GVariantDict *states, GVariant *old)
{
  GVariantIter iter;
  const char *uri;
  const char *oldest = NULL;
  GVariant *state;
  gint64 least = G_MAXINT64;

  if (g_variant_n_children (old) < STATES_MAX)
    return;
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&sv}", &uri, &state))
    {
      gint64 time = 0;

      g_variant_lookup (state, "time", "x", &time);
      if (time < least)
        {
          least = time;
          oldest = uri;
        }
      g_variant_unref (state);
    }
  if (oldest != NULL)
    g_variant_dict_remove (states, oldest);
}

/**
 * cw_window_remember_view:
 * @self: a window
 *
 * Keeps how the document is looked at: place and size of the plan, levels, section line, step.
 */
void
cw_window_remember_view (CwWindow *self)
{
  g_autoptr (GVariant) old = NULL;
  g_autofree char *uri = NULL;
  GVariantDict states;

  if (self->editor == NULL || self->file == NULL || gtk_widget_get_width (self->canvas) <= 0)
    return;
  uri = g_file_get_uri (self->file);
  old = g_settings_get_value (self->settings, KEY);
  g_variant_dict_init (&states, old);
  if (!g_variant_dict_contains (&states, uri))
    drop_oldest (&states, old);
  g_variant_dict_insert_value (&states, uri, save_state (self));
  g_settings_set_value (self->settings, KEY, g_variant_dict_end (&states));
}

static void
restore_place (CwWindow *self, GVariant *state)
{
  CwPlanView view;

  if (g_variant_lookup (state, "x", "d", &view.x) && g_variant_lookup (state, "y", "d", &view.y)
      && g_variant_lookup (state, "scale", "d", &view.scale) && view.scale > 0)
    cw_canvas_set_view (CW_CANVAS (self->canvas), &view);
}

static void
restore_section (CwToolHost *host, GVariant *state)
{
  g_autoptr (GVariant) corners
      = g_variant_lookup_value (state, "section", G_VARIANT_TYPE ("a(ii)"));
  CwPoint points[CORNERS_MAX];
  gsize n = corners != NULL ? g_variant_n_children (corners) : 0;
  CwId line = CW_ID_NONE;

  if (g_variant_lookup (state, "cut-line", "u", &line)
      && cw_design_get_cut_line (cw_tool_host_get_design (host), line) != NULL)
    {
      cw_tool_host_set_cut_line (host, line);
      return;
    }
  if (n < 2 || n > CORNERS_MAX)
    return;
  for (gsize i = 0; i < n; i++)
    {
      g_variant_get_child (corners, i, "(ii)", &points[i].x, &points[i].y);
      points[i].x = CLAMP (points[i].x, -CW_COORD_MAX, CW_COORD_MAX);
      points[i].y = CLAMP (points[i].y, -CW_COORD_MAX, CW_COORD_MAX);
    }
  cw_tool_host_set_section (host, points, n);
}

static void
restore_settings (CwWindow *self, GVariant *state)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  CwDesign *design = cw_editor_get_design (self->editor);
  guint n_levels = cw_technology_get_n_levels (cw_design_get_technology (design));
  guint8 level;
  guint step;

  g_variant_lookup (state, "levels", "t", &settings.visible_levels);
  if (g_variant_lookup (state, "level", "y", &level) && level < n_levels)
    settings.active_level = level;
  settings.visible_levels |= (guint64) 1 << settings.active_level;
  cw_tool_host_set_settings (host, &settings);
  if (g_variant_lookup (state, "step", "u", &step))
    cw_steps_set (host, step);
}

static gboolean
restore_when_shown (GtkWidget *canvas, GdkFrameClock *clock, gpointer user_data)
{
  GVariant *state = user_data;
  GtkRoot *root = gtk_widget_get_root (canvas);

  if (gtk_widget_get_width (canvas) <= 0)
    return G_SOURCE_CONTINUE;
  if (CW_IS_WINDOW (root))
    restore_place (CW_WINDOW (root), state);

  return G_SOURCE_REMOVE;
}

/**
 * cw_window_restore_view:
 * @self: a window that was given a document
 *
 * Looks at the document as it was looked at last.
 */
void
cw_window_restore_view (CwWindow *self)
{
  g_autoptr (GVariant) states = NULL;
  g_autoptr (GVariant) state = NULL;
  g_autofree char *uri = NULL;

  if (self->editor == NULL || self->file == NULL)
    return;
  uri = g_file_get_uri (self->file);
  states = g_settings_get_value (self->settings, KEY);
  state = g_variant_lookup_value (states, uri, G_VARIANT_TYPE_VARDICT);
  if (state == NULL)
    return;
  restore_settings (self, state);
  restore_section (cw_editor_get_host (self->editor), state);
  gtk_widget_add_tick_callback (self->canvas, restore_when_shown, g_variant_ref (state),
                                (GDestroyNotify) g_variant_unref);
}
