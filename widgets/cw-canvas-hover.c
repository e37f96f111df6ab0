/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/render/cw-card.h"
#include "widgets/tool/cw-hit.h"

#define DELAY 300   /* [ms] */
#define GAP 18      /* of the card from the pointer [px] */
#define TOLERANCE 3 /* [px] */

static gboolean
is_at_rest (CwCanvas *self)
{
  CwTool *tool = cw_editor_get_tool (self->editor);

  return self->drag == CW_DRAG_NONE && cw_tool_get_state (tool) == CW_TOOL_IDLE;
}

/* a line for what it is and one for each of its values: kind and name, net, level, size */
static char *
dup_text (CwCanvas *self, CwPick pick)
{
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
  g_autofree char *line = cw_pick_dup_description (cw_editor_get_design (self->editor), pick, unit);
  g_auto (GStrv) parts = g_strsplit (line, ", ", -1);

  return g_strjoinv ("\n", parts);
}

static gboolean
show (gpointer data)
{
  CwCanvas *self = data;
  const CwToolSettings *settings;
  CwHitQuery query;
  CwPoint at;
  CwHit hit;

  self->hover_wait = 0;
  if (self->editor == NULL || !cw_editor_get_pointer (self->editor, &at) || !is_at_rest (self))
    return G_SOURCE_REMOVE;
  settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  query = (CwHitQuery){ cw_editor_get_design (self->editor), settings->visible_levels,
                        settings->active_level, settings->filter };
  if (!cw_hit_find (&query, at,
                    (CwCoord) MIN (TOLERANCE * self->ui_scale / self->view.scale, CW_MM), &hit))
    return G_SOURCE_REMOVE;
  self->hover_text = dup_text (self, hit.pick);
  gtk_widget_queue_draw (self->live);

  return G_SOURCE_REMOVE;
}

/* the pointer moved: what is told is told anew when it has come to rest */
void
cw_canvas_restart_hover (CwCanvas *self)
{
  if (self->hover_text != NULL)
    gtk_widget_queue_draw (self->live);
  g_clear_pointer (&self->hover_text, g_free);
  g_clear_handle_id (&self->hover_wait, g_source_remove);
  if (self->editor != NULL && is_at_rest (self))
    self->hover_wait = g_timeout_add (DELAY, show, self);
}

void
cw_canvas_stop_hover (CwCanvas *self)
{
  g_clear_pointer (&self->hover_text, g_free);
  g_clear_handle_id (&self->hover_wait, g_source_remove);
}

/* what keeps the tool in hand from drawing on its level: that it is hidden, or locked */
static const char *
get_obstacle (CwCanvas *self)
{
  static const char *const others[]
      = { "select", "ruler", "section-line", "place-die", "cavity", NULL };
  CwTool *tool = cw_editor_get_tool (self->editor);
  const CwToolSettings *settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  guint64 level = (guint64) 1 << settings->active_level;

  if (cw_tool_get_state (tool) != CW_TOOL_ARMED
      || g_strv_contains (others, cw_tool_get_info (tool)->name))
    return NULL;
  if ((settings->visible_levels & level) == 0)
    return _ ("⛔ %s is hidden – click to show");
  if ((settings->locked_levels & level) != 0)
    return _ ("⛔ %s is locked – click to unlock");

  return NULL;
}

/* a click with a tool for a level that is hidden or locked shows and unlocks the level first */
gboolean
cw_canvas_show_level (CwCanvas *self)
{
  CwToolSettings settings;
  guint64 level;

  if (self->editor == NULL || get_obstacle (self) == NULL)
    return FALSE;
  settings = *cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  level = (guint64) 1 << settings.active_level;
  if ((settings.visible_levels & level) == 0)
    settings.visible_levels |= level;
  else
    settings.locked_levels &= ~level;
  cw_tool_host_set_settings (cw_editor_get_host (self->editor), &settings);

  return TRUE;
}

/* the card beside the pointer: a warning, or what lies below it */
void
cw_canvas_paint_hover (CwCanvas *self, GtkSnapshot *snapshot, CwOverlay *overlay, CwSpot at)
{
  const CwToolSettings *settings = cw_tool_host_get_settings (cw_editor_get_host (self->editor));
  CwCard card = { self->hover_text, at, GAP, FALSE, overlay->theme->grid_major };
  const char *obstacle = get_obstacle (self);
  g_autofree char *warning = NULL;
  CwFrame frame;

  if (obstacle != NULL)
    {
      CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
      const char *level = cw_technology_get_level (technology, settings->active_level)->name;
      g_auto (GStrv) around = g_strsplit (obstacle, "%s", 2);

      warning = g_strjoinv (level, around);
      card.text = warning;
      card.border = overlay->theme->violation;
    }
  if (card.text == NULL)
    return;
  frame = cw_card_get_frame (&card, overlay);
  overlay->cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) frame.left - 1, (float) frame.top - 1,
                                     (float) (frame.right - frame.left) + 2,
                                     (float) (frame.bottom - frame.top) + 2));
  cw_card_paint (&card, overlay);
  cairo_destroy (overlay->cr);
}
