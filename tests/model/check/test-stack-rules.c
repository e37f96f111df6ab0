/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

/* Packages that break a rule on stack, materials, flow and number of dies, in exact words: a case without words
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

static void
set_thin_level (CwLevel *level, gpointer user_data)
{
  if (level->kind == CW_LEVEL_THIN_ORGANIC)
    level->thickness = *(const CwCoord *) user_data;
}

static void
set_thin (TestPackage *self, CwCoord thickness)
{
  g_autoptr (CwTechnology) technology
      = test_package_dup_technology (self, set_thin_level, &thickness);

  test_package_set_technology (self, technology);
}

static void
make_thin_1 (TestPackage *self)
{
  set_thin (self, 1 * CW_UM);
}

static void
make_thin_2 (TestPackage *self)
{
  set_thin (self, 2 * CW_UM);
}

static void
make_thin_200 (TestPackage *self)
{
  set_thin (self, 200 * CW_UM);
}

static void
make_thin_201 (TestPackage *self)
{
  set_thin (self, 201 * CW_UM);
}

typedef struct
{
  CwLevelKind kind;
  const char *material;
  CwDeposition deposition;
  const CwTechnology *technology;
} Change;

static void
change_level (CwLevel *level, gpointer user_data)
{
  const Change *change = user_data;

  if (level->kind != change->kind)
    return;
  if (change->material == NULL)
    level->deposition = change->deposition;
  else
    level->material = (guint8) cw_technology_find_material (change->technology, change->material);
}

static void
set_material (TestPackage *self, CwLevelKind kind, const char *material)
{
  g_autoptr (CwTechnology) before = test_package_dup_technology (self, NULL, NULL);
  Change change = { kind, material, CW_DEPOSITION_NONE, before };
  g_autoptr (CwTechnology) technology = test_technology_change (before, change_level, &change);

  test_package_set_technology (self, technology);
}

static void
fill_dielectric_with_epoxy (TestPackage *self)
{
  set_material (self, CW_LEVEL_DIELECTRIC, "Epoxy mould compound");
}

static void
take_unknown_dielectric (TestPackage *self)
{
  set_material (self, CW_LEVEL_DIELECTRIC, "Unobtainium");
}

static void
take_porous_dielectric (TestPackage *self)
{
  set_material (self, CW_LEVEL_DIELECTRIC, "Porous dielectric");
}

static void
fill_with_glass (TestPackage *self)
{
  set_material (self, CW_LEVEL_DIE, "Glass");
}

static void
take_copper_sheet (TestPackage *self)
{
  set_material (self, CW_LEVEL_THIN_ORGANIC, "Copper");
}

static void
take_glass_sheet (TestPackage *self)
{
  set_material (self, CW_LEVEL_THIN_ORGANIC, "Glass");
}

static void
take_glass_heat (TestPackage *self)
{
  set_material (self, CW_LEVEL_HEAT, "Glass");
}

static void
forget_deposition (TestPackage *self)
{
  set_material (self, CW_LEVEL_WIRING, NULL);
}

typedef gboolean (*StepFunc) (CwStep *step, const CwTechnology *technology);

/* changes each step by a function that says whether it stays */
static void
change_steps (TestPackage *self, StepFunc func)
{
  g_autoptr (CwTechnology) technology = test_package_dup_technology (self, NULL, NULL);
  g_autoptr (CwFlow) before = cw_technology_dup_flow (technology);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CwStep));
  g_autoptr (CwFlow) flow = NULL;

  for (guint i = 0; i < before->n_steps; i++)
    {
      CwStep step = before->steps[i];

      if (func (&step, technology))
        g_array_append_val (steps, step);
    }
  flow = cw_flow_new (before->method, (const CwStep *) (gpointer) steps->data, steps->len);
  cw_technology_set_flow (technology, flow);
  test_package_set_technology (self, technology);
}

static gboolean
thicken_sheet (CwStep *step, const CwTechnology *technology)
{
  if (step->kind == CW_STEP_PROVIDE_SHEET)
    step->thickness = 300 * CW_UM;
  return TRUE;
}

static gboolean
thicken_sheet_and_leave_it (CwStep *step, const CwTechnology *technology)
{
  thicken_sheet (step, technology);
  return step->kind != CW_STEP_THIN_SHEET;
}

static void
take_thick_sheet (TestPackage *self)
{
  change_steps (self, thicken_sheet);
}

static void
take_thick_sheet_as_it_is (TestPackage *self)
{
  change_steps (self, thicken_sheet_and_leave_it);
}

static gboolean
take_copper_step (CwStep *step, const CwTechnology *technology)
{
  if (step->kind == CW_STEP_PROVIDE_CARRIER || step->kind == CW_STEP_FILL)
    step->material = (guint8) cw_technology_find_material (technology, "Copper");
  return TRUE;
}

static void
take_copper_carrier (TestPackage *self)
{
  change_steps (self, take_copper_step);
}

static gboolean
is_no_carrier_removal (CwStep *step, const CwTechnology *technology)
{
  return step->kind != CW_STEP_REMOVE_CARRIER;
}

static void
keep_carrier (TestPackage *self)
{
  change_steps (self, is_no_carrier_removal);
}

static gboolean
is_no_cut (CwStep *step, const CwTechnology *technology)
{
  return step->kind != CW_STEP_SINGULATE;
}

static void
place_two_dies_uncut (TestPackage *self)
{
  change_steps (self, is_no_cut);
  test_package_add_die (self, "U2", 0, 1200 * CW_UM, NULL);
}

static void
place_two_dies (TestPackage *self)
{
  test_package_add_die (self, "U2", 0, 1200 * CW_UM, NULL);
}

static void
place_three_dies_in_two_modules (TestPackage *self)
{
  test_package_add_die (self, "U2", 0, 1200 * CW_UM, "M1");
  test_package_add_die (self, "U3", 0, -1200 * CW_UM, "M1");
}

static void
cut_out_plural_dies (TestPackage *self)
{
  test_package_set_panel (self, CW_UNIT_PLURAL_DIES, 0);
}

static void
cut_out_two_dies (TestPackage *self)
{
  test_package_set_panel (self, CW_UNIT_PLURAL_DIES, 0);
  place_two_dies (self);
}

#define A_PLAIN CW_METHOD_A, CW_SUBSTRATE_PLAIN
#define A_CORES CW_METHOD_A, CW_SUBSTRATE_CORES
#define A_HEAT CW_METHOD_A, CW_SUBSTRATE_HEAT
#define A_MOULDED CW_METHOD_A, CW_SUBSTRATE_MOULDED
#define B_PLAIN CW_METHOD_B, CW_SUBSTRATE_PLAIN
#define C_PLAIN CW_METHOD_C, CW_SUBSTRATE_PLAIN

static const Case cases[] = {
  { "thin-organic-1", B_PLAIN, make_thin_1, CW_RULE_THIN_ORGANIC,
    "thin-organic: thickness of THIN, 1 µm, is not in 2 µm … 200 µm, rule R5: claims 107, 109, "
    "181: about 2 to 200 µm; the value is the greatest thickness" },
  { "thin-organic-2", B_PLAIN, make_thin_2, CW_RULE_THIN_ORGANIC, "" },
  { "thin-organic-200", B_PLAIN, make_thin_200, CW_RULE_THIN_ORGANIC, "" },
  { "thin-organic-201", B_PLAIN, make_thin_201, CW_RULE_THIN_ORGANIC,
    "thin-organic: thickness of THIN, 201 µm, is not in 2 µm … 200 µm, rule R5: claims 107, 109, "
    "181: about 2 to 200 µm; the value is the greatest thickness" },
  { "thick-sheet-is-thinned", B_PLAIN, take_thick_sheet, CW_RULE_THIN_ORGANIC,
    "warning: thin-organic: thickness of THIN as it is provided, 300 µm, is not in 2 µm … 200 µm "
    "(claim 107; it is thinned later, claim 109), rule R5: claims 107, 109, 181: about 2 to 200 "
    "µm; the value is the greatest thickness" },
  { "thick-sheet-stays", B_PLAIN, take_thick_sheet_as_it_is, CW_RULE_THIN_ORGANIC,
    "thin-organic: thickness of THIN as it is provided, 300 µm, is not in 2 µm … 200 µm, rule R5: "
    "claims 107, 109, 181: about 2 to 200 µm; the value is the greatest thickness" },
  { "dielectric-not-listed", A_PLAIN, fill_dielectric_with_epoxy, CW_RULE_LISTED,
    "listed: dielectric D1 is of Epoxy mould compound, listed are polyimide, benzocyclobutene, "
    "porous dielectric, stress buffer, rule R10: claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the "
    "lists" },
  { "dielectric-without-material", A_PLAIN, take_unknown_dielectric, CW_RULE_LISTED,
    "listed: dielectric D1 has no material, listed are polyimide, benzocyclobutene, porous "
    "dielectric, stress buffer, rule R10: claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the lists" },
  { "porous-dielectric", A_PLAIN, take_porous_dielectric, CW_RULE_LISTED, "" },
  { "filling-not-listed", A_PLAIN, fill_with_glass, CW_RULE_LISTED,
    "listed: filling DIE is of Glass, listed are epoxy, polymer, rule R10: claims 13, 24, 26, 29, "
    "71, 75, 76, 105, 142: the lists" },
  { "sheet-not-listed", B_PLAIN, take_copper_sheet, CW_RULE_LISTED,
    "listed: insulating substrate THIN is of Copper, listed are glass, organic, organic material, "
    "rule R10: claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the lists" },
  { "glass-sheet", B_PLAIN, take_glass_sheet, CW_RULE_LISTED, "" },
  { "heat-layer-not-of-metal", A_HEAT, take_glass_heat, CW_RULE_LISTED,
    "listed: heat-conducting layer HEAT is of Glass, listed are metal, rule R10: claims 13, 24, "
    "26, 29, 71, 75, 76, 105, 142: the lists" },
  { "carrier-and-first-filling-not-listed", C_PLAIN, take_copper_carrier, CW_RULE_LISTED,
    "listed: carrier is of Copper, listed are glass, organic, organic material, rule R10: claims "
    "13, 24, 26, 29, 71, 75, 76, 105, 142: the lists\nlisted: first filling is of Copper, listed "
    "are epoxy, polymer, rule R10: claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the lists" },
  { "deposition-not-said", A_PLAIN, forget_deposition, CW_RULE_LISTED,
    "listed: wiring RDL1 has no method of deposition, listed are sputtering, electroplating, "
    "electro-less plating, rule R10: claims 13, 24, 26, 29, 71, 75, 76, 105, 142: the lists" },
  { "carrier-stays", C_PLAIN, keep_carrier, CW_RULE_STEP_ORDER,
    "step-order: A step is missing: Remove carrier and film (claim 139), rule R14: claims 61 to "
    "175: the order of the steps" },
  { "two-dies-for-one", A_PLAIN, place_two_dies, CW_RULE_DIE_COUNT,
    "die-count: the unit has 2 dies in 2 modules, a single die is cut out (page Panel of the "
    "package set-up), rule R16: claims 81, "
    "82, 118, 119, 155, 156, 177, 178: dies of a unit" },
  { "three-dies-for-one", A_PLAIN, place_three_dies_in_two_modules, CW_RULE_DIE_COUNT,
    "die-count: the unit has 3 dies in 2 modules, a single die is cut out (page Panel of the "
    "package set-up), rule R16: claims 81, "
    "82, 118, 119, 155, 156, 177, 178: dies of a unit" },
  { "one-die-for-several", A_PLAIN, cut_out_plural_dies, CW_RULE_DIE_COUNT,
    "die-count: the unit has 1 die in 1 module, plural dies are cut out (page Panel of the package "
    "set-up), rule R16: claims 81, 82, "
    "118, 119, 155, 156, 177, 178: dies of a unit" },
  { "two-dies-for-several", A_PLAIN, cut_out_two_dies, CW_RULE_DIE_COUNT, "" },
  { "two-dies-not-cut", A_PLAIN, place_two_dies_uncut, CW_RULE_DIE_COUNT, "" },
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

/* stacks from the dies up */
static const struct
{
  const char *name;
  CwLevelKind kinds[8]; /* CW_LEVEL_SUBSTRATE, which is 0, ends them */
  const char *lines;
} stacks[] = {
  { "wiring-and-dielectric",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING, CW_LEVEL_DIELECTRIC,
      CW_LEVEL_WIRING, CW_LEVEL_PASSIVATION },
    "" },
  { "wiring-on-thin-organic-layer",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_THIN_ORGANIC, CW_LEVEL_WIRING, CW_LEVEL_PASSIVATION },
    "" },
  { "dielectric-on-thin-organic-layer",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_THIN_ORGANIC, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING,
      CW_LEVEL_PASSIVATION },
    "" },
  { "wiring-on-substrate",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_WIRING, CW_LEVEL_PASSIVATION },
    "alternation: no dielectric or thin organic layer between wiring L2 and the substrate, rule "
    "R6: claims 6 and 14" },
  { "wiring-on-wiring",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING, CW_LEVEL_WIRING,
      CW_LEVEL_PASSIVATION },
    "alternation: no dielectric between wiring L3 and L4, rule R6: claims 6 and 14" },
  { "dielectric-on-dielectric",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING,
      CW_LEVEL_PASSIVATION },
    "alternation: no wiring between dielectric L2 and L3, rule R6: claims 6 and 14" },
  { "dielectric-without-wiring",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING, CW_LEVEL_DIELECTRIC,
      CW_LEVEL_PASSIVATION },
    "alternation: no wiring on dielectric L4, rule R6: claims 6 and 14" },
  { "wiring-below-dies",
    { CW_LEVEL_WIRING, CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC, CW_LEVEL_WIRING },
    "alternation: wiring L0 lies below the dies, L1, rule R6: claims 6 and 14" },
  { "no-wiring",
    { CW_LEVEL_DIE, CW_LEVEL_PAD, CW_LEVEL_DIELECTRIC },
    "alternation: the stack has no wiring level, rule R6: claims 6 and 14" },
};

static void
test_stack (gconstpointer user_data)
{
  guint index = GPOINTER_TO_UINT (user_data);
  g_autoptr (CwTechnology) technology = cw_technology_new ("test");
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, 1000, 1000));
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GError) error = NULL;
  CwRule rule = { .name = g_ref_string_new ("R6"),
                  .kind = CW_RULE_ALTERNATION,
                  .level = CW_LEVEL_NONE,
                  .net_class = CW_NET_ANY,
                  .source = g_ref_string_new ("claims 6 and 14") };
  TestPackage package = { NULL };

  for (guint i = 0; stacks[index].kinds[i] != CW_LEVEL_SUBSTRATE; i++)
    {
      g_autofree char *name = g_strdup_printf ("L%u", i);
      CwLevel level = { .name = g_ref_string_new (name),
                        .kind = stacks[index].kinds[i],
                        .material = CW_MATERIAL_NONE,
                        .thickness = 10 * CW_UM };

      cw_technology_add_level (technology, &level, &error);
      g_assert_no_error (error);
      g_ref_string_release (level.name);
    }
  cw_technology_add_rule (technology, &rule, &error);
  g_assert_no_error (error);
  g_ref_string_release (rule.name);
  g_ref_string_release (rule.source);

  design = cw_design_new (technology, outline);
  package.edit = cw_edit_new (design);
  test_package_assert_found (&package, CW_N_RULE_KINDS, stacks[index].lines);
}

/* what no design can hold is refused, in words that say what is allowed */
static void
test_refused (void)
{
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_CORES, 1);
  g_autoptr (CwTechnology) other = cw_technology_new ("test");
  g_autoptr (CwPath) path = cw_path_new_box (CW_BOX (0, 0, 1000, 1000));
  g_autoptr (GError) error = NULL;
  CwLevel level = { .name = g_ref_string_new ("THIN"),
                    .kind = CW_LEVEL_THIN_ORGANIC,
                    .material = CW_MATERIAL_NONE };
  CwCavity cavity = { .outline = path, .depth = 151 * CW_UM, .level = 1 };
  TestPackage package;

  g_assert_false (cw_technology_add_level (other, &level, &error));
  g_assert_cmpstr (error->message, ==, "level thickness \"0\" is not in 0.001 … 10000 µm");
  g_clear_error (&error);

  level.thickness = 5 * CW_UM;
  level.material = 7;
  g_assert_false (cw_technology_add_level (other, &level, &error));
  g_assert_cmpstr (error->message, ==, "material \"7\" of level \"THIN\" is not there");
  g_clear_error (&error);
  g_ref_string_release (level.name);

  test_package_init (&package, technology);
  g_assert_cmpuint (cw_edit_add_cavity (package.edit, &cavity, &error), ==, CW_ID_NONE);
  g_assert_cmpstr (error->message, ==,
                   "cavity depth \"151\" is more than the 150 µm of level \"CORE1\" that it is in");
  test_package_assert_clean (&package);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/stack-rules/bad-values-are-refused", test_refused);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/check/stack-rules/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stacks); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/model/check/stack-rules/alternation/%s", stacks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stack);
    }

  return g_test_run ();
}
