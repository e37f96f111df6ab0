/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/claims/fixture.h"

#define DIE_HALF (500 * CW_UM)
#define PITCH (3000 * CW_UM) /* of dies */
#define PAD_AT (300 * CW_UM)
#define BALL_AT (900 * CW_UM)
#define WIDTH (20 * CW_UM)
#define N_PADS 4

typedef struct
{
  const Fixture *fixture;
  CwTechnology *technology;
  CwEdit *edit;
  guint8 pad;
  guint8 wiring[CW_MAX_LEVELS];
  guint n_wiring;
  guint n_dies;
  CwId link;
  CwId ground;
} Maker;

/* takes the place of the error, since the call that sets it stands in the same list */
static CwId
check (CwId id, GError **error)
{
  g_assert_no_error (*error);
  return id;
}

/* whether the dielectrics are taken out of the stack, so that no via has a hole */
static gboolean
is_without_films (const Fixture *fixture)
{
  return fixture->thickness < 0
         && (fixture->kind == CW_LEVEL_DIELECTRIC || fixture->kind == CW_LEVEL_THIN_ORGANIC);
}

static CwId
add_net (Maker *self, const char *name, CwNetClass net_class)
{
  GError *error = NULL;
  CwNet net = { .name = g_ref_string_new (name), .net_class = net_class };
  CwId id = cw_edit_add_net (self->edit, &net, &error);

  g_ref_string_release (net.name);
  return check (id, &error);
}

static void
add_trace (Maker *self, CwId net, guint ordinal, const CwVertex *vertices, gsize n_vertices)
{
  GError *error = NULL;
  g_autoptr (CwPath) path = cw_path_new (vertices, n_vertices);
  CwTrace trace = { .path = path, .width = WIDTH, .net = net, .level = self->wiring[ordinal] };

  check (cw_edit_add_trace (self->edit, &trace, &error), &error);
}

static void
add_via (Maker *self, CwId net, CwPoint at, guint8 from, guint8 to)
{
  GError *error = NULL;
  CwVia via = { .at = at,
                .hole = 30 * CW_UM,
                .land = 50 * CW_UM,
                .net = net,
                .from = from,
                .to = to,
                .fill = self->fixture->flags & WITH_SEPARATE_FILL ? CW_VIA_BEFORE_WIRING
                                                                  : CW_VIA_WITH_WIRING };

  if ((self->fixture->flags & WITHOUT_VIAS) != 0 || is_without_films (self->fixture))
    return;
  check (cw_edit_add_via (self->edit, &via, &error), &error);
}

static void
add_bonding_pad (Maker *self, CwId net, const char *name, CwPoint at)
{
  GError *error = NULL;
  guint flags = self->fixture->flags;
  CwBondingPad pad = { .name = g_ref_string_new (name),
                       .at = at,
                       .land = { CW_PAD_ROUND, 235 * CW_UM, 235 * CW_UM },
                       .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
                       .ball = { CW_BALL_BUMP, flags & WITHOUT_BALLS ? 0 : 261 * CW_UM },
                       .net = flags & WITHOUT_NETS ? CW_ID_NONE : net,
                       .level = self->wiring[self->n_wiring - 1] };

  if (cw_technology_find_level_kind (self->technology, CW_LEVEL_PASSIVATION) == CW_LEVEL_NONE)
    pad.opening = (CwPadForm){ 0 };
  if (cw_technology_find_level_kind (self->technology, CW_LEVEL_BALL) == CW_LEVEL_NONE)
    pad.ball.diameter = 0;
  if ((flags & WITHOUT_PADS) == 0)
    check (cw_edit_add_bonding_pad (self->edit, &pad, &error), &error);
  g_ref_string_release (pad.name);
}

static CwPoint
get_place (guint pad, CwCoord x)
{
  return CW_POINT (pad < 2 ? -x : x, pad % 2 == 0 ? -PAD_AT : PAD_AT);
}

/* the second pad's way begins on the second level, its hole goes through both dielectrics */
static void
add_way_out (Maker *self, CwId net, guint pad, CwPoint die, const char *name)
{
  gboolean stacked = (self->fixture->flags & WITHOUT_STACKED_VIAS) == 0;
  guint first = pad == 1 && stacked ? MIN (1, self->n_wiring - 1) : 0;
  CwPoint from = cw_point_add (die, get_place (pad, PAD_AT));
  CwPoint to = cw_point_add (die, get_place (pad, BALL_AT));
  const CwVertex vertices[] = { { from, 0 }, { to, 0 } };

  add_via (self, net, from, self->pad, self->wiring[first]);
  add_trace (self, net, first, vertices, 2);
  for (guint i = first; i + 1 < self->n_wiring; i++)
    if (i > 0 || stacked)
      add_via (self, net, to, self->wiring[i], self->wiring[i + 1]);
  add_bonding_pad (self, net, name, to);
}

static CwId
add_die_type (Maker *self, guint index)
{
  GError *error = NULL;
  guint flags = self->fixture->flags;
  CwPad pads[N_PADS];
  g_autoptr (CwPads) shared = NULL;
  CwDieType type = { .name = g_ref_string_new (index == 0 ? "logic" : "store"),
                     .body = CW_BOX (-DIE_HALF, -DIE_HALF, DIE_HALF, DIE_HALF),
                     .thickness = self->fixture->method == CW_METHOD_A ? 130 * CW_UM : 300 * CW_UM,
                     .function = g_ref_string_new (index == 0 ? "radio" : "memory"),
                     .trace_width = flags & WITH_COARSE_DIES ? 40 * CW_UM : CW_UM,
                     .trace_thickness = CW_UM,
                     .trace_length = 100 * CW_UM,
                     .n_devices = flags & WITHOUT_DEVICES ? 0 : 1000 };
  CwId id;

  for (guint i = 0; i < N_PADS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1);

      pads[i] = (CwPad){ .name = g_ref_string_new (name),
                         .at = get_place (i, PAD_AT),
                         .form = { CW_PAD_RECTANGLE, 60 * CW_UM, 60 * CW_UM } };
    }
  type.pads = shared = cw_pads_new (pads, N_PADS);
  id = cw_edit_add_die_type (self->edit, &type, &error);
  for (guint i = 0; i < N_PADS; i++)
    g_ref_string_release (pads[i].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  return check (id, &error);
}

static CwPoint
get_die_place (const Maker *self, guint index)
{
  return CW_POINT ((CwCoord) index * PITCH - ((CwCoord) self->n_dies - 1) * (PITCH / 2), 0);
}

static CwId
add_pad_net (Maker *self, guint die, guint pad)
{
  g_autofree char *name = g_strdup_printf ("U%u.%u", die + 1, pad + 1);
  gboolean is_linked
      = (self->fixture->flags & WITHOUT_LINK) == 0 && (pad == 0 || (pad == 2 && self->n_dies == 1));

  if (is_linked)
    return self->link;
  return pad == 3 ? self->ground : add_net (self, name, CW_NET_SIGNAL);
}

static void
add_die (Maker *self, guint index, CwId type)
{
  GError *error = NULL;
  g_autofree char *name = g_strdup_printf ("U%u", index + 1);
  g_autoptr (CwNets) shared = NULL;
  CwId nets[N_PADS];
  CwDie die = { .name = g_ref_string_new (name),
                .type = type,
                .at = get_die_place (self, index),
                .module = g_ref_string_new (self->fixture->flags & WITH_MODULE ? "M1" : "") };

  for (guint i = 0; i < N_PADS; i++)
    nets[i] = add_pad_net (self, index, i);
  die.nets = shared = cw_nets_new (nets, N_PADS);
  check (cw_edit_add_die (self->edit, &die, &error), &error);
  g_ref_string_release (die.name);
  g_ref_string_release (die.module);

  for (guint i = 0; i < N_PADS; i++)
    {
      g_autofree char *ball = g_strdup_printf ("%c%u", 'A' + (int) index, i + 1);

      add_way_out (self, nets[i], i, get_die_place (self, index), ball);
    }
}

static void
add_link (Maker *self)
{
  CwPoint from = cw_point_add (get_die_place (self, 0), get_place (0, PAD_AT));
  CwPoint to = cw_point_add (get_die_place (self, self->n_dies - 1),
                             get_place (self->n_dies == 1 ? 2 : 0, PAD_AT));
  const CwVertex vertices[] = { { from, 0 },
                                { CW_POINT (from.x, -600 * CW_UM), 0 },
                                { CW_POINT (to.x, -600 * CW_UM), 0 },
                                { to, 0 } };

  if ((self->fixture->flags & WITHOUT_LINK) == 0)
    add_trace (self, self->link, 0, vertices, G_N_ELEMENTS (vertices));
}

static void
add_bus (Maker *self)
{
  GError *error = NULL;
  g_autoptr (CwPath) path
      = cw_path_new_box (CW_BOX (-3600 * CW_UM, -2200 * CW_UM, 3600 * CW_UM, 2200 * CW_UM));
  CwBus bus = { .path = path,
                .width = 50 * CW_UM,
                .net = self->ground,
                .kind = CW_BUS_RING,
                .level = self->wiring[0] };

  if ((self->fixture->flags & WITHOUT_BUS) == 0)
    check (cw_edit_add_bus (self->edit, &bus, &error), &error);
}

static void
add_passive (Maker *self)
{
  GError *error = NULL;
  CwPassive passive;

  if (self->fixture->flags & WITHOUT_PASSIVE)
    return;

  cw_passive_init (&passive,
                   self->fixture->flags & WITH_SENSOR ? CW_FORM_SENSOR : CW_FORM_INTERDIGITAL,
                   self->technology);
  passive.name = g_ref_string_new ("C1");
  passive.at = CW_POINT (0, 1500 * CW_UM);
  check (cw_edit_add_passive (self->edit, &passive, &error), &error);
  g_ref_string_release (passive.name);
}

static void
add_cavities (Maker *self)
{
  guint board = CW_LEVEL_NONE;

  if (self->fixture->method != CW_METHOD_A || self->fixture->substrate == CW_SUBSTRATE_PLAIN
      || self->fixture->flags & WITHOUT_CAVITIES)
    return;

  for (guint i = 0; i < cw_technology_get_n_levels (self->technology); i++)
    if (cw_technology_get_level (self->technology, i)->kind == CW_LEVEL_SUBSTRATE)
      board = i;
  for (guint i = 0; i < self->n_dies; i++)
    {
      GError *error = NULL;
      CwPoint at = get_die_place (self, i);
      g_autoptr (CwPath) outline = cw_path_new_box (cw_box_grow (
          CW_BOX (at.x - DIE_HALF, at.y - DIE_HALF, at.x + DIE_HALF, at.y + DIE_HALF), 50 * CW_UM));
      CwCavity cavity
          = { .outline = outline,
              .depth = self->fixture->substrate == CW_SUBSTRATE_MOULDED ? 150 * CW_UM : 0,
              .draft = self->fixture->flags & WITHOUT_DRAFT ? 0 : CW_ANGLE_90 / 18,
              .level = (guint8) board };

      check (cw_edit_add_cavity (self->edit, &cavity, &error), &error);
    }
}

/* the stack with another material or thickness on the levels of a kind, or without them */
static CwTechnology *
change_stack (const Fixture *fixture, const CwTechnology *technology)
{
  g_autoptr (GError) error = NULL;
  CwLevel levels[CW_MAX_LEVELS];
  guint8 from[CW_MAX_LEVELS];
  guint8 map[CW_MAX_LEVELS];
  GRefString *under = g_ref_string_new ("UNDER");
  CwTechnology *changed;
  gsize n = 0;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      CwLevel level = *cw_technology_get_level (technology, i);
      gboolean is_meant
          = level.kind == fixture->kind && (fixture->material != NULL || fixture->thickness != 0);

      if (is_meant && fixture->thickness < 0)
        continue;
      if (is_meant && fixture->material != NULL)
        level.material = (guint8) cw_technology_find_material (technology, fixture->material);
      if (is_meant && fixture->thickness > 0)
        level.thickness = fixture->thickness;
      if (level.kind == CW_LEVEL_WIRING && fixture->flags & WITH_UNKNOWN_DEPOSITION)
        level.deposition = CW_DEPOSITION_NONE;
      if (level.kind == CW_LEVEL_DIELECTRIC && fixture->flags & WITH_DOUBLE_DIELECTRIC)
        {
          levels[n] = level;
          levels[n].name = under;
          levels[n].material = (guint8) cw_technology_find_material (technology, "BT core");
          from[n++] = CW_LEVEL_NONE;
        }
      from[n] = (guint8) i;
      levels[n++] = level;
    }
  changed = cw_technology_dup_with_levels (technology, levels, n, from, map, &error);
  g_assert_no_error (error);
  g_ref_string_release (under);
  return changed;
}

static CwFlow *
take (CwFlow *old, CwFlow *next)
{
  cw_flow_unref (old);
  return next;
}

static CwFlow *
change_flow (const Fixture *fixture, const CwTechnology *technology)
{
  CwFlow *flow = cw_technology_dup_flow (technology);
  gint at;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      CwLevelKind kind = cw_technology_get_level (technology, i)->kind;

      if (fixture->flags & WITH_SEPARATE_FILL
          && (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC))
        flow = take (flow, cw_flow_dup_with_step (flow, technology, CW_STEP_FILL_VIAS, i));
    }
  while (fixture->lacking > 0
         && (at = cw_flow_find (flow, (CwStepKind) (fixture->lacking - 1), CW_LEVEL_NONE)) >= 0)
    {
      guint n = flow->n_steps;

      flow = take (flow, cw_flow_dup_without_step (flow, technology, (guint) at));
      g_assert_cmpuint (flow->n_steps, <, n);
    }
  if (fixture->early > 0)
    {
      at = cw_flow_find (flow, (CwStepKind) (fixture->early - 1), CW_LEVEL_NONE);
      g_assert_cmpint (at, >=, 0);
      flow = take (flow, cw_flow_dup_moved (flow, (guint) at, 0));
    }
  if (fixture->first_fill != NULL)
    {
      CwStep step;

      at = cw_flow_find (flow, fixture->first_kind, CW_LEVEL_NONE);
      g_assert_cmpint (at, >=, 0);
      step = flow->steps[at];
      step.material = (guint8) cw_technology_find_material (technology, fixture->first_fill);
      flow = take (flow, cw_flow_dup_set_step (flow, (guint) at, &step));
    }
  return flow;
}

static CwTechnology *
make_technology (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwTechnology) base
      = cw_technology_new_method (fixture->method, fixture->substrate, MAX (fixture->n_levels, 1));
  CwTechnology *technology = change_stack (fixture, base);
  g_autoptr (CwFlow) flow = change_flow (fixture, technology);
  CwPanel panel;

  cw_technology_set_flow (technology, flow);
  cw_panel_init (&panel, CW_PANEL_SHEET);
  panel.scope = fixture->n_dies == 1 || fixture->flags & WITH_SINGLE_UNITS ? CW_UNIT_SINGLE_DIE
                                                                           : CW_UNIT_PLURAL_DIES;
  if ((fixture->flags & WITHOUT_PANEL) == 0)
    cw_technology_set_panel (technology, &panel, &error);
  g_assert_no_error (error);
  return technology;
}

CwDesign *
fixture_make (const Fixture *fixture)
{
  g_autoptr (CwTechnology) technology = make_technology (fixture);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-4000 * CW_UM, -2500 * CW_UM, 4000 * CW_UM, 2500 * CW_UM));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);
  Maker maker = { .fixture = fixture, .technology = technology, .edit = edit };
  CwId types[2];

  maker.n_dies = fixture->n_dies == 1 ? 1 : 2;
  maker.pad = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  maker.n_wiring = cw_technology_get_n_wiring_levels (technology);
  for (guint i = 0; i < maker.n_wiring; i++)
    maker.wiring[i] = (guint8) cw_technology_get_wiring_level (technology, i);
  maker.link = add_net (&maker, "LINK", CW_NET_SIGNAL);
  maker.ground = add_net (&maker, "VSS", CW_NET_GROUND);

  types[0] = types[1] = add_die_type (&maker, 0);
  if ((fixture->flags & WITH_SAME_DIES) == 0 && maker.n_dies > 1)
    types[1] = add_die_type (&maker, 1);
  for (guint i = 0; i < maker.n_dies; i++)
    add_die (&maker, i, types[i]);
  add_link (&maker);
  add_bus (&maker);
  add_passive (&maker);
  add_cavities (&maker);

  return cw_edit_finish (edit, NULL);
}
