/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-package-private.h"

/* Passive devices of a sample and what leads to them. */

#define LEAD (40 * CW_UM) /* how far leads of devices step aside */

/* a terminal of a device, in the frame of its edge about the first die */
typedef struct
{
  CwPoint at;
  CwCoord width;
  guint level; /* ordinal */
} Terminal;

static guint
get_ordinal (const CwPackage *self, guint8 level)
{
  guint ordinal = 0;

  while (ordinal < self->top && self->maker.levels[ordinal] != level)
    ordinal++;

  return ordinal;
}

/* the spots of a device: in order those of its terminals, then what else of a ground is not joined
 * within it */
static guint
list_terminals (const CwPackage *self, const CwPassive *passive, const CwTechnology *technology,
                Terminal *terminals, guint max, CwBox *bounds)
{
  const CwItemContext context = { technology, NULL };
  guint32 n_shapes = cw_passive_class.count_shapes (passive, &context);
  guint n = 0;

  *bounds = CW_BOX_EMPTY;
  for (guint32 part = 0; part < n_shapes; part++)
    {
      CwShape shape;
      CwBox box;

      cw_passive_class.get_shape (passive, &context, part, &shape);
      box = cw_shape_get_bounds (&shape);
      *bounds = cw_box_union (*bounds, box);
      if (shape.role == CW_ROLE_TERMINAL && n < max)
        terminals[n++] = (Terminal){ cw_box_get_centre (box), box.max.x - box.min.x,
                                     get_ordinal (self, shape.level) };
      cw_shape_clear (&shape);
    }

  return n;
}

/* from a terminal sideways off the device, towards the die, along the edge, and on to a ball */
static void
add_lead (CwPackage *self, const CwPackageChip *chip, guint edge, CwId net,
          const Terminal *terminal, CwPoint device, CwPoint ball, CwCoord turn)
{
  CwPoint from = cw_point_add (device, terminal->at);
  CwCoord beside = from.x + (ball.x > device.x ? LEAD : ball.x < device.x ? -LEAD : 0);
  CwPoint corners[]
      = { from, CW_POINT (beside, from.y), CW_POINT (beside, turn), CW_POINT (ball.x, turn), ball };
  CwVertex vertices[G_N_ELEMENTS (corners)] = { 0 };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      CwPoint at = cw_package_place (chip, edge, corners[i].y, corners[i].x);

      if (n == 0 || !cw_point_equal (vertices[n - 1].at, at))
        vertices[n++].at = at;
    }
  cw_maker_trace (&self->maker, net, terminal->level, MIN (terminal->width, TRACE_WIDTH), vertices,
                  n);
  if (terminal->level < self->top)
    cw_maker_via (&self->maker, net, vertices[n - 1].at, terminal->level, self->top);
}

/* joins what the device leaves apart of its ground: planes by a via, strips by a line below */
static void
join_ground (CwPackage *self, const CwPackageChip *chip, guint edge, CwId net, const Terminal *a,
             const Terminal *b, CwPoint device)
{
  CwPoint first = cw_point_add (device, a->at);
  CwPoint second = cw_point_add (device, b->at);

  first = cw_package_place (chip, edge, first.y, first.x);
  second = cw_package_place (chip, edge, second.y, second.x);
  if (a->level != b->level)
    {
      cw_maker_via (&self->maker, net, first, MIN (a->level, b->level), MAX (a->level, b->level));
      return;
    }
  cw_maker_via (&self->maker, net, first, a->level - 1, a->level);
  cw_maker_via (&self->maker, net, second, a->level - 1, a->level);
  cw_package_add_line (self, net, a->level - 1, TRACE_WIDTH, first, second);
}

/* puts a passive device outside of the balls of three rows; @slot counts such places around the die */
void
cw_package_add_device (CwPackage *self, const CwPackageChip *chip, CwPassiveForm form, guint slot)
{
  static const char *const letters[CW_N_PASSIVE_KINDS] = { "R", "L", "C", "W", "F", "M" };
  CwPassiveKind kind = cw_passive_form_get_kind (form);
  guint slots = chip->die->n_groups / 3; /* of an edge */
  guint edge = slot / slots;
  guint group = slot % slots * 3;
  g_autofree char *name = g_strdup_printf ("%s%u", letters[kind], slot + 1);
  const CwTechnology *technology = self->technology;
  guint32 n_nets = cw_passive_form_get_n_terminals (form);
  /* bottom and left edge are seen from the other side: there the first row lies on the left, too */
  CwId nets[3] = { self->outermost[edge][group], self->outermost[edge][group + 2],
                   self->outermost[edge][group + 1] };
  CwCoord columns[3] = { cw_package_get_row (chip, group), cw_package_get_row (chip, group + 2),
                         cw_package_get_row (chip, group + 1) };
  CwCoord row = chip->half + (CwCoord) cw_package_patterns[self->spec->pattern - 1].n * PITCH;
  Terminal terminals[5];
  CwPassive passive;
  CwPoint device;
  CwBox bounds;
  guint n;

  cw_passive_init (&passive, form, technology);
  passive.name = g_ref_string_new (name);
  n = list_terminals (self, &passive, technology, terminals, G_N_ELEMENTS (terminals), &bounds);
  /* first terminal to the left */
  if (terminals[0].at.x > terminals[1].at.x)
    {
      CwId first = nets[0];
      CwCoord column = columns[0];

      nets[0] = nets[1];
      nets[1] = first;
      columns[0] = columns[1];
      columns[1] = column;
    }
  device = CW_POINT (columns[2], row + PITCH - bounds.min.y);
  for (guint32 i = 0; i < n_nets; i++)
    add_lead (self, chip, edge, nets[i], &terminals[i], device, CW_POINT (columns[i], row),
              row + PITCH * 5 / 8);
  for (guint i = n_nets; i < n; i++)
    join_ground (self, chip, edge, nets[2], &terminals[2], &terminals[i], device);

  passive.at = cw_package_place (chip, edge, device.y, device.x);
  passive.angle = (CwAngle) edge * CW_ANGLE_90;
  if (slot == 0)
    self->device = passive.at.y;
  cw_maker_passive (&self->maker, name, &passive, nets);
  g_ref_string_release (passive.name);
}
