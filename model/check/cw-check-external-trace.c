/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* External traces are wider, thicker and longer than the internal ones of the dies whose figures are
 * known: each one is wider, each wiring level thicker, the longest one longer. */

enum
{
  TOO_NARROW,
  TOO_THIN,
  TOO_SHORT,
};

static void
external_trace_run_shape (CwCheckContext *context, const CwShape *shape)
{
  const CwCheckFacts *facts = context->facts;
  CwCoord width = shape->kind == CW_SHAPE_CAPSULE ? shape->capsule.width
                  : shape->kind == CW_SHAPE_BAND  ? shape->band.width
                                                  : G_MAXINT32;
  CwPoint at;
  gint rule;

  if (width > facts->width || facts->width == 0)
    return;
  rule = cw_check_find_rule (context, CW_RULE_EXTERNAL_TRACE, shape->level, shape->net, shape->net);
  if (rule < 0)
    return;

  at = cw_box_get_centre (cw_shape_get_bounds (shape));
  cw_check_append (context, rule,
                   (CwViolation){
                       .found = width,
                       .needed = facts->width,
                       .items = { shape->item, facts->width_type },
                       .parts = { shape->part, 0 },
                       .nets = { shape->net, CW_ID_NONE },
                       .at = { at, at },
                       .level = shape->level,
                       .fault = TOO_NARROW,
                   });
}

static void
check_thickness (CwCheckContext *context, gint rule, CwId id, const CwDieType *type)
{
  const CwTechnology *technology = context->rules->technology;
  CwPoint at = cw_check_get_centre (context);

  for (guint level = 0; type->trace_thickness > 0 && level < context->rules->n_levels; level++)
    {
      const CwLevel *data = cw_technology_get_level (technology, level);

      if (data->kind == CW_LEVEL_WIRING && data->thickness <= type->trace_thickness)
        cw_check_append (context, rule,
                         (CwViolation){
                             .found = data->thickness,
                             .needed = type->trace_thickness,
                             .items = { id, CW_ID_NONE },
                             .at = { at, at },
                             .level = (guint8) level,
                             .fault = TOO_THIN,
                         });
    }
}

static void
check_length (CwCheckContext *context, gint rule, CwId id, const CwDieType *type)
{
  const CwCheckFacts *facts = context->facts;
  const CwTrace *trace;

  if (type->trace_length == 0 || facts->longest == CW_ID_NONE
      || facts->longest_length > type->trace_length)
    return;

  trace = cw_design_get_trace (context->design, facts->longest);
  cw_check_append (context, rule,
                   (CwViolation){
                       .found = facts->longest_length,
                       .needed = type->trace_length,
                       .items = { facts->longest, id },
                       .nets = { trace->net, CW_ID_NONE },
                       .at = { trace->path->vertices[0].at,
                               trace->path->vertices[trace->path->n_vertices - 1].at },
                       .level = trace->level,
                       .fault = TOO_SHORT,
                   });
}

static gboolean
note_type (CwId id, gconstpointer item, gpointer user_data)
{
  GArray *types = user_data;
  CwId type = ((const CwDie *) item)->type;

  if (types->len == 0 || g_array_index (types, CwId, types->len - 1) != type)
    g_array_append_val (types, type);
  return TRUE;
}

static void
external_trace_run_design (CwCheckContext *context)
{
  gint rule = cw_check_find_design_rule (context, CW_RULE_EXTERNAL_TRACE);
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (CwId));

  if (rule < 0)
    return;
  cw_design_foreach (context->design, CW_ITEM_DIE, note_type, types);
  cw_ids_sort (types);
  for (guint i = 0; i < types->len; i++)
    {
      CwId id = g_array_index (types, CwId, i);
      const CwDieType *type = cw_design_get_die_type (context->design, id);

      check_thickness (context, rule, id, type);
      check_length (context, rule, id, type);
    }
}

static void
external_trace_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  static const char *const measures[] = { "width", "thickness", "length" };

  g_string_append_printf (text, ": %s ", measures[MIN (self->fault, TOO_SHORT)]);
  cw_violation_append_length (self->found, text);
  g_string_append (text, self->fault == TOO_SHORT ? " of the longest trace, " : " of ");
  if (self->fault == TOO_THIN)
    g_string_append (text, cw_violation_get_level_name (self, design));
  else
    cw_violation_append_item (self, 0, design, text);
  g_string_append (text, self->fault == TOO_SHORT ? ", is not more than " : " is not more than ");
  cw_violation_append_length (self->needed, text);
  g_string_append (text, " within die type ");
  cw_violation_append_name (design, self->items[self->fault == TOO_THIN ? 0 : 1], 0, text);
}

/* items are the trace and the type of the die, or the type alone */
const CwCheckKind cw_check_external_trace = {
  .name = "external-trace",
  .rule = CW_RULE_EXTERNAL_TRACE,
  .roles = CW_BIT (CW_ROLE_TRACE) | CW_BIT (CW_ROLE_BUS),
  .run_shape = external_trace_run_shape,
  .run_design = external_trace_run_design,
  .items = CW_DIE_ITEMS | CW_BIT (CW_ITEM_TRACE),
  .describe = external_trace_describe,
};
