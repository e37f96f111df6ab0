/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/check/cw-check-private.h"

/* Metal of other nets in the keep-out area of a passive device, on the wiring levels that it spans; a
 * die of another module in that of a die. */

typedef struct
{
  CwCheckContext *context;
  gint rule;
  CwCoord needed;
  const CwNets *nets; /* of the passive device */
  const CwDie *die;
  CwShape body; /* of what keeps others out */
} Look;

static void
report (const Look *look, const CwShape *other)
{
  CwGap gap;

  cw_shape_measure (&look->body, other, &gap);
  if (gap.distance >= look->needed)
    return;

  cw_check_append (look->context, look->rule,
                   (CwViolation){
                       .found = gap.distance,
                       .needed = look->needed,
                       .items = { look->body.item, other->item },
                       .parts = { 0, other->part },
                       .nets = { CW_ID_NONE, other->net },
                       .at = { gap.a, gap.b },
                       .level = other->level,
                   });
}

static gboolean
is_foreign (const Look *look, const CwShape *shape)
{
  if (shape->item == look->body.item || shape->role == CW_ROLE_HOLE
      || shape->role == CW_ROLE_CAVITY)
    return FALSE;
  for (guint32 i = 0; shape->net != CW_ID_NONE && look->nets != NULL && i < look->nets->n_nets; i++)
    if (look->nets->nets[i] == shape->net)
      return FALSE;
  return TRUE;
}

static gboolean
look_at_metal (const CwShape *shape, gpointer user_data)
{
  if (is_foreign (user_data, shape))
    report (user_data, shape);
  return TRUE;
}

static gboolean
look_at_passive (CwId id, gconstpointer item, gpointer user_data)
{
  Look *look = user_data;
  const CwPassive *passive = item;
  const CwTechnology *technology = look->context->rules->technology;
  guint bottom = passive->other_level != CW_LEVEL_NONE ? passive->other_level : passive->level;
  guint top = passive->top_level != CW_LEVEL_NONE ? passive->top_level : passive->level;
  CwBox area;

  look->needed = passive->values[CW_PARAMETER_KEEP_OUT];
  if (look->needed == 0)
    return TRUE;

  look->nets = passive->nets;
  look->body = (CwShape){ .kind = CW_SHAPE_BOX, .item = id };
  look->body.box = cw_design_get_item_bounds (look->context->design, id);
  if (cw_box_is_empty (look->body.box))
    return TRUE;
  area = cw_box_grow (look->body.box, look->needed);
  for (guint level = bottom; level <= top; level++)
    if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_WIRING)
      cw_copper_foreach_shape (look->context->design, level, area, look_at_metal, look);
  return TRUE;
}

static gboolean
are_of_one_module (const CwDie *a, const CwDie *b)
{
  return a->module != NULL && b->module != NULL && *a->module != '\0'
         && strcmp (a->module, b->module) == 0;
}

static gboolean
look_at_other (const CwShape *shape, gpointer user_data)
{
  const Look *look = user_data;

  if (shape->role == CW_ROLE_DIE && shape->item != look->body.item
      && !are_of_one_module (look->die, cw_design_get_die (look->context->design, shape->item)))
    report (look, shape);
  return TRUE;
}

static gboolean
look_at_die (CwId id, gconstpointer item, gpointer user_data)
{
  Look *look = user_data;
  CwDesign *design = look->context->design;

  look->die = item;
  look->needed = cw_design_get_die_type (design, look->die->type)->keep_out;
  if (look->needed == 0)
    return TRUE;

  cw_design_get_shape (design, id, CW_DIE_PART_BODY, &look->body);
  cw_copper_foreach_shape (design, look->body.level,
                           cw_box_grow (cw_shape_get_bounds (&look->body), look->needed),
                           look_at_other, look);
  cw_shape_clear (&look->body);
  return TRUE;
}

static void
keep_out_run (CwCheckContext *context)
{
  Look look = { .context = context, .rule = cw_check_find_design_rule (context, CW_RULE_KEEP_OUT) };

  if (look.rule < 0)
    return;
  cw_design_foreach (context->design, CW_ITEM_PASSIVE, look_at_passive, &look);
  cw_design_foreach (context->design, CW_ITEM_DIE, look_at_die, &look);
}

static void
keep_out_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  if (self->fault != CW_KEEP_OUT_FAULT_NEAR)
    {
      cw_check_area_describe (self, design, text);
      return;
    }
  g_string_append (text, " ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, " < ");
  cw_violation_append_length (self->needed, text);
  g_string_append_printf (text, " on %s from ", cw_violation_get_level_name (self, design));
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " to ");
  cw_violation_append_item (self, 1, design, text);
}

const CwCheckKind cw_check_keep_out = {
  .name = "keep-out",
  .rule = CW_RULE_KEEP_OUT,
  .run_design = keep_out_run,
  .items = CW_DIE_ITEMS | CW_METAL_ITEMS,
  .describe = keep_out_describe,
};
