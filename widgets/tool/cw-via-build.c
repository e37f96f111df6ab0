/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-via-tool-private.h"

#define MOST_VIAS 1000 /* in a row */

/* first the span from the active level up, then that down from it */
static guint
get_first_span (GArray *spans, guint active)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, CwViaSpan, i).from == active)
      return i;
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, CwViaSpan, i).to == active)
      return i;

  return 0;
}

gboolean
cw_via_get_span (CwTool *tool, CwViaSpan *span)
{
  CwViaTool *self = CW_VIA_TOOL (tool);
  g_autoptr (GArray) spans = cw_wiring_list_spans (cw_tool_get_core (tool)->base);
  guint active = cw_tool_get_settings (tool)->active_level;

  if (spans->len == 0)
    return FALSE;
  *span = g_array_index (spans, CwViaSpan, get_first_span (spans, active));
  for (guint i = 0; self->chosen && self->active == active && i < spans->len; i++)
    if (memcmp (&g_array_index (spans, CwViaSpan, i), &self->span, sizeof self->span) == 0)
      *span = self->span;

  return TRUE;
}

CwViaSize
cw_via_get_size (CwTool *tool, CwViaSpan span)
{
  return cw_wiring_get_via_size (cw_tool_get_core (tool)->base, cw_tool_get_settings (tool),
                                 span.to);
}

/* so that lands on the same level keep their distance */
static CwCoord
get_usual_pitch (CwTool *tool, CwViaSpan span)
{
  CwTechnology *technology = cw_design_get_technology (cw_tool_get_core (tool)->base);
  CwCoord clearance = cw_technology_get_limit (technology, CW_RULE_CLEARANCE, span.to);
  CwCoord land = cw_via_get_size (tool, span).land;

  return (CwCoord) MIN ((gint64) land + (clearance > 0 ? clearance : land), CW_COORD_MAX);
}

CwCoord
cw_via_get_pitch (CwTool *tool, CwViaSpan span)
{
  CwCoord pitch = cw_tool_get_settings (tool)->via_pitch;

  return pitch > 0 ? pitch : get_usual_pitch (tool, span);
}

CwCoord
cw_via_get_offset (CwTool *tool, CwViaSpan span)
{
  CwCoord offset = cw_tool_get_settings (tool)->via_offset;

  return offset > 0 ? offset : cw_via_get_size (tool, span).land;
}

static double
get_row_length (CwTool *tool, CwPoint *from)
{
  const CwToolPoint *first = cw_tool_get_last_point (tool);
  CwPoint at = cw_tool_get_core (tool)->snap.at;

  *from = first != NULL ? first->at : at;

  return hypot ((double) at.x - from->x, (double) at.y - from->y);
}

guint
cw_via_get_count (CwTool *tool, CwViaSpan span)
{
  guint count = cw_tool_get_settings (tool)->via_count;
  CwPoint from;
  double length = get_row_length (tool, &from);

  if (cw_tool_get_last_point (tool) == NULL)
    return 1;
  if (count == 0)
    count = (guint) MIN (length / cw_via_get_pitch (tool, span), MOST_VIAS) + 1;

  return MIN (count, MOST_VIAS);
}

static CwPoint
get_place (CwTool *tool, CwViaSpan span, guint index)
{
  CwPoint at = cw_tool_get_core (tool)->snap.at;
  CwPoint from;
  double length = get_row_length (tool, &from);
  double way = (double) cw_via_get_pitch (tool, span) * index;
  double x = length > 0 ? ((double) at.x - from.x) / length : 1;
  double y = length > 0 ? ((double) at.y - from.y) / length : 0;

  return CW_POINT (cw_coord_saturate (from.x + llround (x * way)),
                   cw_coord_saturate (from.y + llround (y * way)));
}

/* the net of the metal that a via joins, the active level first, then from the top */
static CwId
find_net (CwTool *tool, CwViaSpan span, CwPoint at)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint active = cw_tool_get_settings (tool)->active_level;
  CwHit hit;

  if (active >= span.from && active <= span.to && cw_hit_find_metal (core->base, active, at, &hit)
      && hit.net != CW_ID_NONE)
    return hit.net;
  for (guint level = span.to + 1u; level-- > span.from;)
    if ((cw_wiring_is_wiring (core->base, level) || cw_wiring_is_pad_level (core->base, level))
        && cw_hit_find_metal (core->base, level, at, &hit) && hit.net != CW_ID_NONE)
      return hit.net;

  return CW_ID_NONE;
}

static gboolean
add_via (CwTool *tool, CwEdit *edit, CwViaSpan span, CwPoint at, CwId net, GError **error)
{
  CwViaSize size = cw_via_get_size (tool, span);
  CwVia via = {
    .at = at, .hole = size.hole, .land = size.land, .net = net, .from = span.from, .to = span.to
  };

  return cw_edit_add_via (edit, &via, error) != CW_ID_NONE;
}

static gboolean
add_link (CwTool *tool, CwEdit *edit, guint level, CwPoint a, CwPoint b, CwId net, GError **error)
{
  CwPoint points[] = { a, b };
  g_autoptr (CwPath) path = cw_path_new_points (points, G_N_ELEMENTS (points));
  CwTrace trace = { .path = path,
                    .width = cw_wiring_get_width (cw_tool_get_core (tool)->base,
                                                  cw_tool_get_settings (tool), net, level),
                    .net = net,
                    .level = (guint8) level };

  return cw_edit_add_trace (edit, &trace, error) != CW_ID_NONE;
}

/* a via for each step from a level of the span to the next; staggered ones go to and fro */
static gboolean
add_chain (CwTool *tool, CwEdit *edit, CwViaSpan span, CwPoint at, GError **error)
{
  CwDesign *base = cw_tool_get_core (tool)->base;
  CwViaChain chain = cw_tool_get_settings (tool)->via_chain;
  CwCoord offset = chain == CW_VIA_CHAIN_STAGGERED ? cw_via_get_offset (tool, span) : 0;
  CwId net = find_net (tool, span, at);
  CwViaSpan step = { span.from, span.from };
  CwPoint last = at;

  if (chain == CW_VIA_CHAIN_WHOLE)
    return add_via (tool, edit, span, at, net, error);
  for (guint level = span.from + 1u, i = 0; level <= span.to; level++)
    {
      CwPoint place
          = CW_POINT (cw_coord_saturate ((gint64) at.x + (i % 2 == 1 ? offset : 0)), at.y);

      if (!cw_wiring_is_wiring (base, level))
        continue;
      step.to = (guint8) level;
      if (!add_via (tool, edit, step, place, net, error)
          || (i > 0 && offset > 0 && !add_link (tool, edit, step.from, last, place, net, error)))
        return FALSE;
      step.from = (guint8) level;
      last = place;
      i++;
    }

  return TRUE;
}

CwDesign *
cw_via_build (CwTool *tool, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (cw_tool_get_core (tool)->base);
  CwViaSpan span;
  guint n;

  if (!cw_via_get_span (tool, &span))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there are no two levels to join");
      return NULL;
    }
  n = cw_via_get_count (tool, span);
  for (guint i = 0; i < n; i++)
    if (!add_chain (tool, edit, span, get_place (tool, span, i), error))
      return NULL;

  return cw_edit_finish (edit, NULL);
}

typedef struct
{
  CwPick pick;
  CwShape hole;
  gint64 enclosure;
  gboolean found;
} Landing;

static gboolean
measure (const CwShape *shape, gpointer user_data)
{
  Landing *landing = user_data;
  gint64 enclosure;
  CwGap gap;

  if (!cw_wiring_is_metal (shape) || shape->role == CW_ROLE_TEXT
      || !cw_shape_contains (shape, landing->hole.disc.centre))
    return TRUE;
  cw_shape_get_enclosure (&landing->hole, shape, &enclosure, &gap);
  if (landing->found && enclosure <= landing->enclosure)
    return TRUE;
  landing->found = TRUE;
  landing->enclosure = enclosure;
  landing->pick = (CwPick){ shape->item, shape->role == CW_ROLE_DIE_PAD ? shape->part : 0 };

  return TRUE;
}

/* what the via stands on, and how much of that is around its hole */
static void
paint_landing (CwTool *tool, CwViaSpan span, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwPoint at = get_place (tool, span, 0);
  Landing landing = { .hole = { .kind = CW_SHAPE_DISC } };
  g_autofree char *name = NULL;
  g_autofree char *length = NULL;
  CwMark *mark;

  landing.hole.disc.centre = at;
  landing.hole.disc.diameter = cw_via_get_size (tool, span).hole;
  cw_copper_foreach_shape (core->base, span.from, cw_box_from_points (at, at), measure, &landing);
  if (!landing.found)
    return;
  mark = cw_marks_add_pick (overlay, CW_MARK_ITEM, landing.pick);
  mark->tone = landing.enclosure < 0 ? CW_MARK_ERROR : CW_MARK_GOOD;
  name = cw_pick_dup_name (core->base, landing.pick);
  length = cw_length_format_with_unit (ABS (landing.enclosure), cw_tool_get_settings (tool)->unit);
  mark = cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at);
  mark->text = landing.enclosure < 0
                   ? g_strdup_printf (_ ("the hole reaches %s beyond %s"), length, name)
                   : g_strdup_printf (_ ("on %s, %s around the hole"), name, length);
}

static void
paint_row (CwTool *tool, CwViaSpan span, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint n = cw_via_get_count (tool, span);
  g_autofree char *pitch = cw_length_format_with_unit (cw_via_get_pitch (tool, span),
                                                       cw_tool_get_settings (tool)->unit);
  CwMark *mark = cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at);

  mark->text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u via, pitch %s", "%u vias, pitch %s", n), n, pitch);
}

void
cw_via_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwViaSpan span;

  if (core->state == CW_TOOL_IDLE || core->preview == NULL || !cw_via_get_span (tool, &span))
    return;
  if (core->state == CW_TOOL_ACTIVE)
    paint_row (tool, span, overlay);
  else
    paint_landing (tool, span, overlay);
}
