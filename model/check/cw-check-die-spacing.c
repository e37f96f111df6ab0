/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

enum
{
  TOO_NEAR,
  OVERLAP,
};

typedef struct
{
  CwCheckContext *context;
  gint rule;
  CwCoord needed;
  guint level;
  CwShape body; /* of the die looked at */
} Look;

/* each pair once, the die of lesser id first */
static gboolean
look_at_other (const CwShape *shape, gpointer user_data)
{
  const Look *look = user_data;
  gint64 overlap;
  CwGap gap;

  if (shape->role != CW_ROLE_DIE || shape->item <= look->body.item)
    return TRUE;

  overlap = cw_check_get_overlap (&look->body, shape);
  cw_shape_measure (&look->body, shape, &gap);
  if (overlap == 0 && gap.distance >= look->needed)
    return TRUE;

  if (overlap > 0)
    gap.a = gap.b = cw_box_get_centre (
        cw_box_intersection (cw_shape_get_bounds (&look->body), cw_shape_get_bounds (shape)));
  cw_check_append (look->context, look->rule,
                   (CwViolation){
                       .found = overlap > 0 ? -overlap : gap.distance,
                       .needed = look->needed,
                       .items = { look->body.item, shape->item },
                       .at = { gap.a, gap.b },
                       .level = (guint8) look->level,
                       .fault = overlap > 0 ? OVERLAP : TOO_NEAR,
                   });
  return TRUE;
}

static gboolean
look_at_die (CwId id, gconstpointer item, gpointer user_data)
{
  Look *look = user_data;

  cw_design_get_shape (look->context->design, id, CW_DIE_PART_BODY, &look->body);
  look->body.item = id;
  cw_copper_foreach_shape (look->context->design, look->level,
                           cw_box_grow (cw_shape_get_bounds (&look->body), look->needed),
                           look_at_other, look);
  cw_shape_clear (&look->body);
  return TRUE;
}

static void
die_spacing_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  Look look = { .context = context,
                .rule = cw_check_find_design_rule (context, CW_RULE_DIE_SPACING),
                .level = cw_technology_find_level_kind (technology, CW_LEVEL_DIE) };

  if (look.rule < 0 || look.level == CW_LEVEL_NONE)
    return;
  look.needed = cw_technology_get_rule (technology, (guint) look.rule)->value;
  cw_design_foreach (context->design, CW_ITEM_DIE, look_at_die, &look);
}

static void
die_spacing_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  if (self->fault == OVERLAP)
    {
      g_string_append (text, ": ");
      cw_violation_append_items (self, design, text);
      g_string_append (text, " overlap by ");
      cw_violation_append_length (-self->found, text);
      if (self->needed == 0)
        return;
      g_string_append (text, ", they must be ");
      cw_violation_append_length (self->needed, text);
      g_string_append (text, " apart");
      return;
    }

  g_string_append (text, " ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, " < ");
  cw_violation_append_length (self->needed, text);
  g_string_append (text, " between ");
  cw_violation_append_items (self, design, text);
}

/* found is negative for what overlaps */
const CwCheckKind cw_check_die_spacing = {
  .name = "die-spacing",
  .rule = CW_RULE_DIE_SPACING,
  .run_design = die_spacing_run,
  .items = CW_DIE_ITEMS,
  .describe = die_spacing_describe,
};
