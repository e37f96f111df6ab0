/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

enum
{
  SITS_ACROSS,
  SITS_ON_DRAFT,
  SITS_ON_NOTHING,
  HAS_NO_SUBSTRATE,
  STANDS_OUT,
  OVER_CAVITY,
  CAVITY_OUTSIDE,
};

typedef struct
{
  CwCheckContext *context;
  gint rule;
  CwMethod method;
  CwCoord tolerance;
  CwShape body; /* of the die looked at */
} Look;

static void
report (const Look *look, guint8 fault, CwId item, CwId other, gint64 found, gint64 needed,
        CwPoint at)
{
  cw_check_append (look->context, look->rule,
                   (CwViolation){
                       .found = found,
                       .needed = needed,
                       .items = { item, other },
                       .at = { at, at },
                       .level = CW_LEVEL_NONE,
                       .fault = fault,
                   });
}

/* the film that the backs are adhered with is whole only over a whole substrate */
static gboolean
look_below (const CwShape *shape, gpointer user_data)
{
  Look *look = user_data;
  gint64 overlap;

  if (shape->role != CW_ROLE_CAVITY)
    return TRUE;
  overlap = cw_check_get_overlap (&look->body, shape);
  if (overlap > 0)
    report (look, OVER_CAVITY, look->body.item, shape->item, overlap, 0,
            cw_box_get_centre (cw_box_intersection (cw_shape_get_bounds (&look->body),
                                                    cw_shape_get_bounds (shape))));
  return TRUE;
}

static void
look_below_face_down (Look *look, CwId id)
{
  const CwTechnology *technology = look->context->rules->technology;
  guint top = CW_LEVEL_NONE;

  for (guint level = 0; level < look->context->rules->n_levels; level++)
    if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_SUBSTRATE)
      top = level;

  cw_design_get_shape (look->context->design, id, CW_DIE_PART_BODY, &look->body);
  if (top == CW_LEVEL_NONE)
    report (look, HAS_NO_SUBSTRATE, id, CW_ID_NONE, 0, 0,
            cw_box_get_centre (cw_shape_get_bounds (&look->body)));
  else
    cw_copper_foreach_shape (look->context->design, top, cw_shape_get_bounds (&look->body),
                             look_below, look);
  cw_shape_clear (&look->body);
}

static void
look_below_face_up (Look *look, CwId id)
{
  static const guint8 faults[] = {
    [CW_SEAT_ON_WALL] = SITS_ACROSS,
    [CW_SEAT_ON_DRAFT] = SITS_ON_DRAFT,
    [CW_SEAT_ON_NOTHING] = SITS_ON_NOTHING,
    [CW_SEAT_NO_SUBSTRATE] = HAS_NO_SUBSTRATE,
  };
  CwCheckSeat seat = cw_check_find_seat (look->context->design, id);
  CwCoord plane = cw_check_get_active_plane (look->context->rules->technology);
  CwCoord top;

  if (seat.kind != CW_SEAT_ON_SUBSTRATE && seat.kind != CW_SEAT_ON_FLOOR)
    {
      report (look, faults[seat.kind], id, seat.cavity, seat.found, 0, seat.at);
      return;
    }

  top = cw_check_get_die_top (look->context->design, id, &seat);
  if (top - plane > look->tolerance)
    report (look, STANDS_OUT, id, seat.cavity, top, plane, seat.at);
}

static gboolean
look_at_die (CwId id, gconstpointer item, gpointer user_data)
{
  Look *look = user_data;

  if (look->method == CW_METHOD_A)
    look_below_face_up (look, id);
  else
    look_below_face_down (look, id);
  return TRUE;
}

static gboolean
look_at_cavity (CwId id, gconstpointer item, gpointer user_data)
{
  const Look *look = user_data;
  CwShape outline = { .kind = CW_SHAPE_POLYGON };
  CwShape shape;
  gint64 enclosure;
  CwGap gap;

  outline.polygon = (CwPolygon *) cw_design_get_outline_polygon (look->context->design);
  if (outline.polygon == NULL)
    return TRUE;
  cw_design_get_shape (look->context->design, id, 0, &shape);
  if (!cw_shape_get_enclosure (&shape, &outline, &enclosure, &gap))
    report (look, CAVITY_OUTSIDE, id, CW_ID_NONE, -enclosure, 0, gap.a);
  cw_shape_clear (&shape);
  return TRUE;
}

static void
die_seat_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  gint coplanarity = cw_check_find_design_rule (context, CW_RULE_COPLANARITY);
  Look look = { .context = context,
                .rule = cw_check_find_design_rule (context, CW_RULE_DIE_SEAT),
                .method = cw_check_get_method (technology) };

  if (look.rule < 0)
    return;
  if (coplanarity >= 0)
    look.tolerance = cw_technology_get_rule (technology, (guint) coplanarity)->value;
  cw_design_foreach (context->design, CW_ITEM_DIE, look_at_die, &look);
  cw_design_foreach (context->design, CW_ITEM_CAVITY, look_at_cavity, &look);
}

static void
die_seat_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append (text, ": ");
  cw_violation_append_item (self, 0, design, text);
  switch (self->fault)
    {
    case SITS_ACROSS:
      g_string_append (text, " straddles the wall of ");
      cw_violation_append_item (self, 1, design, text);
      g_string_append (text, ": it sticks out of it by ");
      cw_violation_append_length (self->found, text);
      break;

    case SITS_ON_DRAFT:
      g_string_append (text, " reaches ");
      cw_violation_append_length (self->found, text);
      g_string_append (text, " over the leaning wall of ");
      cw_violation_append_item (self, 1, design, text);
      g_string_append (text, ", whose floor is smaller than its opening");
      break;

    case SITS_ON_NOTHING:
      g_string_append (text, " hangs over ");
      cw_violation_append_item (self, 1, design, text);
      g_string_append (text, ", an opening through the whole substrate");
      break;

    case HAS_NO_SUBSTRATE:
      g_string_append (text, " has no substrate below it");
      break;

    case STANDS_OUT:
      g_string_append (text, " is taller than ");
      g_string_append (text, self->items[1] != CW_ID_NONE ? "cavity and filling" : "the filling");
      g_string_append (text, ": its top lies at ");
      cw_violation_append_length (self->found, text);
      g_string_append (text, ", the active plane at ");
      cw_violation_append_length (self->needed, text);
      break;

    case OVER_CAVITY:
      g_string_append (text, " hangs over ");
      cw_violation_append_item (self, 1, design, text);
      g_string_append (text, " by ");
      cw_violation_append_length (self->found, text);
      g_string_append (text, ": face down, its back is adhered to a whole substrate");
      break;

    case CAVITY_OUTSIDE:
    default:
      g_string_append (text, " reaches over the package outline by ");
      cw_violation_append_length (self->found, text);
      break;
    }
}

const CwCheckKind cw_check_die_seat = {
  .name = "die-seat",
  .rule = CW_RULE_DIE_SEAT,
  .run_design = die_seat_run,
  .items = CW_DIE_ITEMS | CW_BIT (CW_ITEM_CAVITY),
  .describe = die_seat_describe,
};
