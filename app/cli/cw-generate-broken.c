/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-generate.h"
#include "app/cli/cw-package-maker.h"

#include <string.h>

/* A package that breaks each of the rules R1 to R16 once, and no other one. */

#define HALF (600 * CW_UM)
#define SECOND (2000 * CW_UM) /* x of the centre of the second die */
#define DROPPED G_MAXUINT8    /* a level that is not there */

typedef struct
{
  CwTechnology *technology;
  guint8 map[CW_MAX_LEVELS]; /* where levels of the base are */
} Stack;

static gboolean
add_level (Stack *self, const char *name, CwLevelKind kind, const char *material, CwCoord thickness,
           GError **error)
{
  CwLevel level = { .kind = kind, .thickness = thickness };
  gboolean added;

  level.name = g_ref_string_new (name);
  level.material = (guint8) cw_technology_find_material (self->technology, material);
  added = cw_technology_add_level (self->technology, &level, error);
  g_ref_string_release (level.name);
  return added;
}

/* R5: a thin organic layer that is none; R6: two dielectrics on each other; R10: a dielectric of board */
static gboolean
copy_levels (Stack *self, const CwTechnology *base, GError **error)
{
  for (guint i = 0; i < cw_technology_get_n_levels (base); i++)
    {
      CwLevel level = *cw_technology_get_level (base, i);
      gboolean is_second = level.kind == CW_LEVEL_DIELECTRIC && strcmp (level.name, "D2") == 0;

      self->map[i] = DROPPED;
      if (level.kind == CW_LEVEL_UBM)
        continue;
      if (is_second)
        level.material = (guint8) cw_technology_find_material (base, "BT core");
      if (!cw_technology_add_level (self->technology, &level, error))
        return FALSE;
      self->map[i] = (guint8) (cw_technology_get_n_levels (self->technology) - 1);
      if (level.kind == CW_LEVEL_PAD
          && !add_level (self, "THIN", CW_LEVEL_THIN_ORGANIC, "Organic sheet", 250 * CW_UM, error))
        return FALSE;
      if (is_second && !add_level (self, "D2B", CW_LEVEL_DIELECTRIC, "Polyimide", 7 * CW_UM, error))
        return FALSE;
    }

  return TRUE;
}

/* the via that misses its pad shall not be told of twice */
static gboolean
copy_rules (Stack *self, const CwTechnology *base, GError **error)
{
  for (guint i = 0; i < cw_technology_get_n_rules (base); i++)
    {
      CwRule rule = *cw_technology_get_rule (base, i);

      if (strcmp (rule.name, "pi1.3") == 0)
        continue;
      if (rule.level != CW_LEVEL_NONE)
        rule.level = self->map[rule.level];
      if (!cw_technology_add_rule (self->technology, &rule, error))
        return FALSE;
    }

  return TRUE;
}

/* R14: cut apart before the bonding points are on; R16: units of one die, where there are two */
static gboolean
set_process (CwTechnology *technology, GError **error)
{
  g_autoptr (CwFlow) template = cw_flow_new_template (technology, CW_METHOD_A);
  gint balls = cw_flow_find (template, CW_STEP_ATTACH_BALLS, CW_LEVEL_NONE);
  gint cut = cw_flow_find (template, CW_STEP_SINGULATE, CW_LEVEL_NONE);
  g_autoptr (CwFlow) flow = cw_flow_dup_moved (template, (guint) cut, (guint) balls);
  const CwPanel panel = { .kind = CW_PANEL_STRIP,
                          .scope = CW_UNIT_SINGLE_DIE,
                          .width = 240 * CW_MM,
                          .height = 95 * CW_MM,
                          .margin = 3 * CW_MM,
                          .street = 100 * CW_UM,
                          .pull_back = 50 * CW_UM };

  cw_technology_set_flow (technology, flow);
  return cw_technology_set_panel (technology, &panel, error);
}

static CwTechnology *
new_technology (GError **error)
{
  g_autoptr (CwTechnology) base = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_HEAT, 3);
  g_autoptr (CwTechnology) technology = cw_technology_new ("Broken on purpose");
  Stack stack = { .technology = technology };

  for (guint i = 0; i < cw_technology_get_n_materials (base); i++)
    if (!cw_technology_add_material (technology, cw_technology_get_material (base, i), error))
      return NULL;
  cw_technology_set_substrate (technology, CW_SUBSTRATE_HEAT);
  if (!copy_levels (&stack, base, error) || !copy_rules (&stack, base, error)
      || !set_process (technology, error))
    return NULL;

  return g_steal_pointer (&technology);
}

static void
add_line (CwMaker *maker, CwId net, guint ordinal, CwCoord width, CwPoint a, CwPoint b)
{
  CwVertex vertices[] = { { a, 0 }, { b, 0 } };

  cw_maker_trace (maker, net, ordinal, width, vertices, 2);
}

/* pads at three places, the second and the third on the same net */
static void
add_die (CwMaker *maker, const char *name, const char *type, CwPoint at, CwId first, CwId second)
{
  const CwPoint points[]
      = { { -300 * CW_UM, 0 }, { 0, 300 * CW_UM }, { 300 * CW_UM, 300 * CW_UM } };
  const CwId ids[] = { first, second, second };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  CwId id;

  g_array_append_vals (places, points, G_N_ELEMENTS (points));
  g_array_append_vals (nets, ids, G_N_ELEMENTS (ids));
  id = cw_maker_die_type (maker, type, type, CW_BOX (-HALF, -HALF, HALF, HALF), places, 60 * CW_UM);
  cw_maker_die (maker, name, id, at, nets);
}

/* R4: thinner than its cavity is deep; R11 and R13: a bonding pad on the wrong level without a ball;
 * R3: a trace narrower than those inside */
static void
add_first (CwMaker *maker)
{
  CwId data = cw_maker_net (maker, CW_NET_SIGNAL, "DATA");
  CwId loop = cw_maker_net (maker, CW_NET_SIGNAL, "LOOP");
  CwPoint pad = CW_POINT (-300 * CW_UM, 0);
  CwPoint ball = CW_POINT (-300 * CW_UM, -300 * CW_UM);
  CwBondingPad usual = maker->ball;

  maker->type.thickness = 120 * CW_UM;
  maker->type.trace_width = 15 * CW_UM;
  add_die (maker, "U1", "processor", CW_POINT (0, 0), data, loop);

  cw_maker_via_from_pad (maker, data, pad, 0);
  add_line (maker, data, 0, 20 * CW_UM, pad, ball);
  cw_maker_via (maker, data, ball, 0, 1);
  maker->ball.level = maker->levels[1];
  maker->ball.ball.diameter = 0;
  cw_maker_ball (maker, data, "A1", ball);
  maker->ball = usual;

  cw_maker_via_from_pad (maker, loop, CW_POINT (0, 300 * CW_UM), 0);
  cw_maker_via_from_pad (maker, loop, CW_POINT (300 * CW_UM, 300 * CW_UM), 0);
  add_line (maker, loop, 0, 12 * CW_UM, CW_POINT (0, 300 * CW_UM),
            CW_POINT (300 * CW_UM, 300 * CW_UM));
}

/* R8: half in its cavity; R15: a via beside its pad */
static void
add_second (CwMaker *maker)
{
  CwId link = cw_maker_net (maker, CW_NET_SIGNAL, "LINK");
  CwPoint a = CW_POINT (SECOND, 335 * CW_UM);
  CwPoint b = CW_POINT (SECOND + 300 * CW_UM, 300 * CW_UM);

  maker->type.thickness = 130 * CW_UM;
  maker->type.trace_width = 1 * CW_UM;
  add_die (maker, "U2", "memory", CW_POINT (SECOND, 0), CW_ID_NONE, link);
  cw_maker_via_from_pad (maker, link, a, 0);
  cw_maker_via_from_pad (maker, link, b, 0);
  add_line (maker, link, 0, 20 * CW_UM, a, b);
}

/* R9: a third opening that ends in the board */
static void
add_cavities (CwMaker *maker, const CwTechnology *technology)
{
  CwCavity cavity
      = { .level = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_SUBSTRATE) };
  CwCoord half = HALF + 50 * CW_UM;

  cw_maker_cavity (maker, "Seat of U1", &cavity, CW_BOX (-half, -half, half, half));
  cw_maker_cavity (maker, "Seat of U2", &cavity, CW_BOX (SECOND, -half, SECOND + 2 * half, half));
  cavity.depth = 100 * CW_UM;
  cw_maker_cavity (maker, "Spare", &cavity, CW_BOX (-half, -2500 * CW_UM, half, -1500 * CW_UM));
}

/**
 * cw_generate_broken:
 * @error: return location for an error
 *
 * Makes a package that breaks each of the rules R1 to R16 once.
 *
 * Returns: (transfer full): the design, or %NULL with @error set
 */
CwDesign *
cw_generate_broken (GError **error)
{
  g_autoptr (CwTechnology) technology = new_technology (error);
  const CwPoint cut[] = { { -1500 * CW_UM, 300 * CW_UM }, { 4000 * CW_UM, 300 * CW_UM } };
  const CwPoint across[] = { { -300 * CW_UM, -3000 * CW_UM }, { -300 * CW_UM, 1500 * CW_UM } };
  CwMaker maker;

  if (technology == NULL)
    return NULL;

  cw_maker_init (&maker, technology,
                 CW_BOX (-1500 * CW_UM, -3000 * CW_UM, 4000 * CW_UM, 1500 * CW_UM));
  cw_edit_set_name (maker.edit, "Broken: each of the rules R1 to R16 once", NULL);
  maker.hole = 35 * CW_UM;
  maker.land = 55 * CW_UM;

  /* R2: all of their wiring stays over the dies; R7: nothing joins the third wiring level */
  add_first (&maker);
  add_second (&maker);
  add_cavities (&maker, technology);

  /* R1 and R12: a bonding pad of no net under a closed passivation */
  maker.ball.opening.width = maker.ball.opening.height = 0;
  maker.ball.ball.diameter = 0;
  cw_maker_ball (&maker, CW_ID_NONE, "B1", CW_POINT (1500 * CW_UM, -2000 * CW_UM));

  cw_maker_text (&maker, "BROKEN ON PURPOSE", 2, CW_POINT (1500 * CW_UM, -2600 * CW_UM),
                 160 * CW_UM, 20 * CW_UM);
  cw_maker_cut_line (&maker, "A", cut, 2);
  cw_maker_cut_line (&maker, "B", across, 2);

  return cw_maker_finish (&maker, error);
}
