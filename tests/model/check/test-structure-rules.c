/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

/* Packages that break a rule on substrate, dies and streets, in exact words: a case without words
 * breaks none. */

typedef struct
{
  const char *name;
  CwMethod method;
  CwSubstrateKind substrate;
  void (*change) (TestPackage *package);
  CwRuleKind kind;
  const char *lines;
} Case;

#define GET(package, Type, id) (*(const Type *) cw_edit_get_item ((package)->edit, id))

static void
set (TestPackage *package, CwId id, gconstpointer item)
{
  g_autoptr (GError) error = NULL;

  cw_edit_set (package->edit, id, item, &error);
  g_assert_no_error (error);
}

static void
overlap_dies (TestPackage *self)
{
  test_package_add_die (self, "U2", 900 * CW_UM, 100 * CW_UM, NULL);
}

static void
overlap_turned_die (TestPackage *self)
{
  CwId id = test_package_add_die (self, "U2", 1000 * CW_UM, 0, NULL);
  CwDie die = GET (self, CwDie, id);

  die.angle = 45 * CW_DEGREE;
  set (self, id, &die);
}

static void
crowd_dies (TestPackage *self)
{
  test_package_add_die (self, "U2", 1030 * CW_UM, 0, NULL);
}

static void
space_dies (TestPackage *self)
{
  test_package_add_die (self, "U2", 1050 * CW_UM, 0, NULL);
}

static void
keep_dies_out (TestPackage *self, const char *module)
{
  CwDieType type = GET (self, CwDieType, self->type);
  CwDie die;

  type.keep_out = 200 * CW_UM;
  set (self, self->type, &type);
  die = GET (self, CwDie, self->die);
  die.module = module != NULL ? g_ref_string_new (module) : NULL;
  set (self, self->die, &die);
  if (module != NULL)
    g_ref_string_release (die.module);
  test_package_add_die (self, "U2", 1150 * CW_UM, 0, module);
}

static void
keep_strangers_out (TestPackage *self)
{
  keep_dies_out (self, NULL);
}

static void
let_fellows_in (TestPackage *self)
{
  keep_dies_out (self, "M1");
}

static void
set_die_thickness (TestPackage *self, CwCoord thickness)
{
  CwDieType type = GET (self, CwDieType, self->type);

  type.thickness = thickness;
  set (self, self->type, &type);
}

static void
make_die_low (TestPackage *self)
{
  set_die_thickness (self, 120 * CW_UM);
}

static void
make_die_high (TestPackage *self)
{
  set_die_thickness (self, 140 * CW_UM);
}

static void
make_die_almost_level (TestPackage *self)
{
  set_die_thickness (self, 132 * CW_UM);
}

static void
shift_die (TestPackage *self)
{
  CwDie die = GET (self, CwDie, self->die);

  die.at.x += 120 * CW_UM;
  set (self, self->die, &die);
}

static void
set_draft (TestPackage *self, CwAngle draft)
{
  CwCavity cavity = GET (self, CwCavity, self->cavity);

  cavity.draft = draft;
  set (self, self->cavity, &cavity);
}

/* 100 µm beside the die, 150 µm deep: up to 33.69° there is room */
static void
lean_walls (TestPackage *self)
{
  set_draft (self, 33 * CW_DEGREE);
}

static void
lean_walls_too_far (TestPackage *self)
{
  set_draft (self, 45 * CW_DEGREE);
}

static void
open_everything (TestPackage *self)
{
  guint level = GET (self, CwCavity, self->cavity).level;

  while (level-- > 0)
    test_package_add_cavity (self, level, CW_BOX (-700000, -700000, 700000, 700000), 0);
}

static void
sink_through_plain (TestPackage *self)
{
  test_package_add_cavity (self, 0, CW_BOX (-700000, -700000, 700000, 700000), 0);
}

static void
cut_below_part (TestPackage *self)
{
  test_package_add_cavity (self, 0, CW_BOX (400 * CW_UM, -1 * CW_MM, 1 * CW_MM, 1 * CW_MM),
                           100 * CW_UM);
}

static void
cut_beside (TestPackage *self)
{
  test_package_add_cavity (self, 0, CW_BOX (500 * CW_UM, -1 * CW_MM, 1 * CW_MM, 1 * CW_MM),
                           100 * CW_UM);
}

static void
cut_over_outline (TestPackage *self)
{
  test_package_add_cavity (self, 0, CW_BOX (1 * CW_MM, 1 * CW_MM, 2010 * CW_UM, 1500 * CW_UM),
                           100 * CW_UM);
}

static void
make_shallow (TestPackage *self)
{
  CwCavity cavity = GET (self, CwCavity, self->cavity);

  cavity.depth = 140 * CW_UM;
  set (self, self->cavity, &cavity);
}

static void
open_second_board (TestPackage *self)
{
  test_package_add_cavity (self, 0, CW_BOX (1 * CW_MM, 1 * CW_MM, 1500 * CW_UM, 1500 * CW_UM), 0);
}

/* the land ends at 1325 µm, the ball at 1340 µm */
static void
move_pad_to (TestPackage *self, CwCoord x)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[1]);

  pad.at.x = x;
  set (self, self->pads[1], &pad);
}

static void
move_pad_to_pull_back (TestPackage *self)
{
  test_package_set_panel (self, CW_UNIT_SINGLE_DIE, 50 * CW_UM);
  move_pad_to (self, 1825 * CW_UM);
}

static void
move_pad_into_street (TestPackage *self)
{
  test_package_set_panel (self, CW_UNIT_SINGLE_DIE, 50 * CW_UM);
  move_pad_to (self, 1826 * CW_UM);
}

static void
move_ball_out (TestPackage *self)
{
  move_pad_to (self, 1861 * CW_UM);
}

static void
move_die_out (TestPackage *self)
{
  CwDie die = GET (self, CwDie, self->die);

  die.at.y = 1600 * CW_UM;
  set (self, self->die, &die);
}

#define A_PLAIN CW_METHOD_A, CW_SUBSTRATE_PLAIN
#define A_CORES CW_METHOD_A, CW_SUBSTRATE_CORES
#define A_HEAT CW_METHOD_A, CW_SUBSTRATE_HEAT
#define A_MOULDED CW_METHOD_A, CW_SUBSTRATE_MOULDED
#define B_PLAIN CW_METHOD_B, CW_SUBSTRATE_PLAIN
#define C_PLAIN CW_METHOD_C, CW_SUBSTRATE_PLAIN

static const Case cases[] = {
  { "dies-overlap", A_PLAIN, overlap_dies, CW_RULE_DIE_SPACING,
    "die-spacing: U1 (die) and U2 (die) overlap by 100 µm, they must be 50 µm apart, rule "
    "die-spacing: IHP open assembly design kit, ASM.b" },
  { "turned-dies-overlap", A_PLAIN, overlap_turned_die, CW_RULE_DIE_SPACING,
    "die-spacing: U1 (die) and U2 (die) overlap by 207.107 µm, they must be 50 µm apart, rule "
    "die-spacing: IHP open assembly design kit, ASM.b" },
  { "dies-too-near", A_PLAIN, crowd_dies, CW_RULE_DIE_SPACING,
    "die-spacing 30 µm < 50 µm between U1 (die) and U2 (die), rule die-spacing: IHP open assembly "
    "design kit, ASM.b" },
  { "dies-far-enough", A_PLAIN, space_dies, CW_RULE_DIE_SPACING, "" },
  { "die-in-keep-out", A_PLAIN, keep_strangers_out, CW_RULE_KEEP_OUT,
    "keep-out 150 µm < 200 µm on DIE from U1 (die) to U2 (die), rule keep-out: keep-out areas of "
    "the design\nkeep-out 150 µm < 200 µm on DIE from U2 (die) to U1 (die), rule keep-out: "
    "keep-out areas of the design" },
  { "die-of-module-in-keep-out", A_PLAIN, let_fellows_in, CW_RULE_KEEP_OUT, "" },
  { "land-at-pull-back", A_PLAIN, move_pad_to_pull_back, CW_RULE_STREET, "" },
  { "land-in-street", A_PLAIN, move_pad_into_street, CW_RULE_STREET,
    "street 49 µm < 50 µm on RDL1 from A2 (bonding pad 2, net b) to the package outline, rule "
    "street: claims 80 to 82: cutting meets nothing; pull-back of the panel" },
  { "ball-over-outline", A_PLAIN, move_ball_out, CW_RULE_STREET,
    "street: A2 (bonding pad 2, net b) on BALL reaches over the package outline by 1 µm, rule "
    "street: claims 80 to 82: cutting meets nothing; pull-back of the panel" },
  { "die-over-outline", A_PLAIN, move_die_out, CW_RULE_STREET,
    "street: U1 (die) on DIE reaches over the package outline by 100 µm, rule street: claims 80 to "
    "82: cutting meets nothing; pull-back of the panel" },
  { "die-below-filling", A_PLAIN, make_die_low, CW_RULE_COPLANARITY,
    "coplanarity 10 µm > 2 µm: the top of U1 (die) lies at 490 µm, the active plane at 500 µm, "
    "rule R4: claims 25, 56, 70, 144, 176 say planar; the tolerance of 2 µm is ours" },
  { "die-above-filling", A_PLAIN, make_die_high, CW_RULE_COPLANARITY,
    "coplanarity 10 µm > 2 µm: the top of U1 (die) lies at 510 µm, the active plane at 500 µm, "
    "rule R4: claims 25, 56, 70, 144, 176 say planar; the tolerance of 2 µm is ours" },
  { "die-within-tolerance", A_PLAIN, make_die_almost_level, CW_RULE_COPLANARITY, "" },
  { "die-above-cavity", A_CORES, make_die_high, CW_RULE_COPLANARITY,
    "coplanarity 10 µm > 2 µm: the top of U1 (die) lies at 360 µm, the active plane at 350 µm, "
    "rule R4: claims 25, 56, 70, 144, 176 say planar; the tolerance of 2 µm is ours" },
  { "ground-die-of-any-thickness", B_PLAIN, make_die_high, CW_RULE_COPLANARITY, "" },
  { "die-across-wall", A_CORES, shift_die, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) straddles the wall of cavity 1: it sticks out of it by 20 µm, rule R8: "
    "claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "walls-lean", A_MOULDED, lean_walls, CW_RULE_DIE_SEAT, "" },
  { "die-on-leaning-wall", A_MOULDED, lean_walls_too_far, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) reaches 50 µm over the leaning wall of cavity 1, whose floor is smaller "
    "than its opening, rule R8: claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "opening-through-both-boards", A_CORES, open_everything, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) hangs over cavity 2, an opening through the whole substrate, rule R8: "
    "claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "opening-through-plain-board", A_PLAIN, sink_through_plain, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) hangs over cavity 1, an opening through the whole substrate, rule R8: "
    "claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "cavity-below-part-of-die", A_PLAIN, cut_below_part, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) straddles the wall of cavity 1: it sticks out of it by 900 µm, rule R8: "
    "claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "cavity-beside-die", A_PLAIN, cut_beside, CW_RULE_DIE_SEAT, "" },
  { "cavity-over-outline", A_PLAIN, cut_over_outline, CW_RULE_DIE_SEAT,
    "die-seat: cavity 1 reaches over the package outline by 10 µm, rule R8: claims 1, 22, 23, 30, "
    "53, 54, 61, 64: backsides are adhered" },
  { "die-taller-than-filling", A_PLAIN, make_die_high, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) is taller than the filling: its top lies at 510 µm, the active plane at "
    "500 µm, rule R8: claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "die-taller-than-cavity", A_CORES, make_die_high, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) is taller than cavity and filling: its top lies at 360 µm, the active "
    "plane at 350 µm, rule R8: claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "face-down-die-over-cavity", B_PLAIN, cut_below_part, CW_RULE_DIE_SEAT,
    "die-seat: U1 (die) hangs over cavity 1 by 100 µm: face down, its back is adhered to a whole "
    "substrate, rule R8: claims 1, 22, 23, 30, 53, 54, 61, 64: backsides are adhered" },
  { "opening-of-first-board-not-through", A_CORES, make_shallow, CW_RULE_OPENING_THROUGH,
    "opening-through: cavity 1 is 140 µm deep, not the 150 µm through CORE1, rule R9: claims 23, "
    "54, 67: openings go through the organic layer" },
  { "opening-over-heat-not-through", A_HEAT, make_shallow, CW_RULE_OPENING_THROUGH,
    "opening-through: cavity 1 is 140 µm deep, not the 150 µm through SUBSTRATE, rule R9: claims "
    "23, 54, 67: openings go through the organic layer" },
  { "opening-through-second-board", A_CORES, open_second_board, CW_RULE_OPENING_THROUGH,
    "opening-through: cavity 2 goes through CORE2, the board that closes the openings, rule R9: "
    "claims 23, 54, 67: openings go through the organic layer" },
  { "moulded-cavity-need-not-go-through", A_MOULDED, make_shallow, CW_RULE_OPENING_THROUGH, "" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *data = user_data;
  g_autoptr (CwTechnology) technology = cw_technology_new_method (data->method, data->substrate, 1);
  TestPackage package;

  test_package_init (&package, technology);
  data->change (&package);
  test_package_assert_found (&package, data->kind, data->lines);
}

/* a die has no net: for it the class that a rule names means nothing */
static void
test_net_class (void)
{
  g_autoptr (CwTechnology) all = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  g_autoptr (CwTechnology) technology = cw_technology_new ("test");
  CwRule rule = { .name = g_ref_string_new ("R4"),
                  .kind = CW_RULE_COPLANARITY,
                  .level = CW_LEVEL_NONE,
                  .net_class = CW_NET_POWER,
                  .source = g_ref_string_new ("claim 25") };
  g_autoptr (GError) error = NULL;
  TestPackage package;

  for (guint i = 0; i < cw_technology_get_n_materials (all); i++)
    cw_technology_add_material (technology, cw_technology_get_material (all, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (all); i++)
    cw_technology_add_level (technology, cw_technology_get_level (all, i), &error);
  cw_technology_add_rule (technology, &rule, &error);
  g_assert_no_error (error);
  g_ref_string_release (rule.name);
  g_ref_string_release (rule.source);

  test_package_init (&package, technology);
  make_die_almost_level (&package);
  test_package_assert_found (&package, CW_N_RULE_KINDS,
                             "coplanarity 2 µm > 0 µm: the top of U1 (die) lies at 502 µm, the "
                             "active plane at 500 µm, rule R4: claim 25");
}

/* a stack that is only wiring: no die is needed to ask whether one lies below a bonding pad */
static void
test_no_dies (void)
{
  g_autoptr (CwTechnology) whole = cw_technology_new_default (1);
  g_autoptr (CwTechnology) technology = NULL;
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (-CW_MM, -CW_MM, CW_MM, CW_MM));
  g_autoptr (CwDesign) empty = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  CwBondingPad pad = { .land = { CW_PAD_ROUND, 235 * CW_UM, 235 * CW_UM } };
  CwLevel levels[CW_MAX_LEVELS];
  guint8 from[CW_MAX_LEVELS];
  guint8 map[CW_MAX_LEVELS];
  guint n = 0;

  for (guint i = 0; i < cw_technology_get_n_levels (whole); i++)
    {
      CwLevel level = *cw_technology_get_level (whole, i);

      if (level.kind == CW_LEVEL_DIE || level.kind == CW_LEVEL_PAD)
        continue;
      levels[n] = level;
      from[n++] = (guint8) i;
    }
  technology = cw_technology_dup_with_levels (whole, levels, n, from, map, &error);
  g_assert_no_error (error);
  cw_technology_add_claim_rules (technology);

  empty = cw_design_new (technology, outline);
  edit = cw_edit_new (empty);
  pad.level = (guint8) cw_technology_get_wiring_level (technology, 0);
  cw_edit_add_bonding_pad (edit, &pad, &error);
  g_assert_no_error (error);
  design = cw_edit_finish (edit, NULL);

  result = cw_check_run (design, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cw_check_result_get_n_violations (result), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/structure-rules/dies-have-no-class-of-net", test_net_class);
  g_test_add_func ("/model/check/structure-rules/stack-needs-no-dies", test_no_dies);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/check/structure-rules/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
