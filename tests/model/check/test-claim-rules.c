/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

/* Packages that break a rule on nets, wiring, pads and vias, in exact words. What breaks none is the first
 * test, and a case without words. */

typedef struct
{
  const char *name;
  CwMethod method;
  CwSubstrateKind substrate;
  guint n_levels;
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
test_clean (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    for (guint substrate = 0; substrate < CW_N_SUBSTRATE_KINDS; substrate++)
      for (guint n_levels = 1; n_levels <= 3; n_levels++)
        {
          g_autoptr (CwTechnology) technology
              = cw_technology_new_method (method, substrate, n_levels);
          TestPackage package;

          g_test_message ("%s %s %u", cw_method_get_name (method),
                          cw_substrate_kind_get_name (substrate), n_levels);
          test_package_init (&package, technology);
          test_package_assert_clean (&package);
        }
}

/* the rules of the default technology, under which imported designs are checked, are older than the claims */
static void
test_default (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  TestPackage package;

  test_package_init (&package, technology);
  cw_edit_remove (package.edit, package.traces[0], NULL);
  cw_edit_remove (package.edit, package.pads[1], NULL);
  test_package_add_die (&package, "U2", 700 * CW_UM, 0, NULL);
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    g_assert_cmpint (cw_technology_get_rule (technology, i)->kind, <, CW_RULE_DIE_SPACING);
  test_package_assert_found (&package, CW_N_RULE_KINDS,
                             "open of 835 µm between U1.1 (die pad, net a) and A1 (bonding pad 1, "
                             "net a), rule open: A net must be in one piece");
}

static void
remove_net_of_pad (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[0]);

  pad.net = CW_ID_NONE;
  set (self, self->pads[0], &pad);
}

static void
remove_net_of_die_pad (TestPackage *self)
{
  CwDie die = GET (self, CwDie, self->die);
  const CwId ids[2] = { CW_ID_NONE, self->nets[1] };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);

  die.nets = nets;
  set (self, self->die, &die);
}

static void
add_more_pads (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[0]);

  remove_net_of_die_pad (self);
  for (guint i = 0; i < 2; i++)
    {
      pad.at.y += 500 * CW_UM;
      cw_edit_add_bonding_pad (self->edit, &pad, NULL);
    }
}

static void
join_by_resistor (TestPackage *self)
{
  g_autoptr (CwNets) nets = cw_nets_new (self->nets, 2);
  CwPassive passive = { .name = g_ref_string_new ("R1"),
                        .at = { 0, 1000 * CW_UM },
                        .nets = nets,
                        .form = CW_FORM_BAR,
                        .level = GET (self, CwBondingPad, self->pads[0]).level,
                        .other_level = CW_LEVEL_NONE,
                        .top_level = CW_LEVEL_NONE };
  g_autoptr (GError) error = NULL;

  passive.values[CW_PARAMETER_WIDTH] = 20 * CW_UM;
  passive.values[CW_PARAMETER_LENGTH] = 200 * CW_UM;
  remove_net_of_die_pad (self);
  cw_edit_add_passive (self->edit, &passive, &error);
  g_assert_no_error (error);
  g_ref_string_release (passive.name);
}

static void
pull_in (TestPackage *self)
{
  for (guint i = 0; i < 2; i++)
    {
      CwBondingPad pad = GET (self, CwBondingPad, self->pads[i]);
      CwTrace trace = GET (self, CwTrace, self->traces[i]);
      const CwPoint points[]
          = { { i == 0 ? -200000 : 200000, 0 }, { i == 0 ? -350000 : 350000, 0 } };
      g_autoptr (CwPath) path = cw_path_new_points (points, 2);

      pad.at = points[1];
      trace.path = path;
      set (self, self->pads[i], &pad);
      set (self, self->traces[i], &trace);
    }
}

static void
pull_in_pads (TestPackage *self)
{
  for (guint i = 0; i < 2; i++)
    {
      CwBondingPad pad = GET (self, CwBondingPad, self->pads[i]);

      pad.at.x = i == 0 ? -370000 : 370000;
      set (self, self->pads[i], &pad);
    }
}

static void
set_inside (TestPackage *self, CwCoord width, CwCoord thickness, CwCoord length)
{
  CwDieType type = GET (self, CwDieType, self->type);

  type.trace_width = width;
  type.trace_thickness = thickness;
  type.trace_length = length;
  set (self, self->type, &type);
}

static void
make_inside_wide (TestPackage *self)
{
  CwTrace trace = GET (self, CwTrace, self->traces[0]);

  trace.width = 21 * CW_UM;
  set (self, self->traces[0], &trace);
  set_inside (self, 20 * CW_UM, 0, 0);
}

static void
make_inside_thick (TestPackage *self)
{
  set_inside (self, 0, 5 * CW_UM, 0);
}

static void
make_inside_long (TestPackage *self)
{
  set_inside (self, 0, 0, 1 * CW_MM);
}

static void
make_inside_fine (TestPackage *self)
{
  set_inside (self, 20 * CW_UM - 1, 5 * CW_UM - 1, 1 * CW_MM - 1);
}

static void
end_vias_below (TestPackage *self)
{
  for (guint i = 0; i < 2; i++)
    {
      CwVia via = GET (self, CwVia, self->vias[i]);

      via.to = 5;
      set (self, self->vias[i], &via);
    }
}

static void
remove_vias (TestPackage *self)
{
  for (guint i = 0; i < 2; i++)
    cw_edit_remove (self->edit, self->vias[i], NULL);
}

static void
lower_pad (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[0]);

  pad.level = 5;
  set (self, self->pads[0], &pad);
}

static void
close_passivation (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[0]);

  pad.opening = (CwPadForm){ 0 };
  set (self, self->pads[0], &pad);
}

static void
open_too_far (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[0]);

  pad.opening.width = pad.opening.height = 270 * CW_UM;
  set (self, self->pads[0], &pad);
}

static void
remove_ball (TestPackage *self)
{
  CwBondingPad pad = GET (self, CwBondingPad, self->pads[1]);

  pad.ball.diameter = 0;
  set (self, self->pads[1], &pad);
}

/* the pad reaches 40 µm from its centre, the hole 15 µm */
static void
shift_via (TestPackage *self, CwCoord by)
{
  CwVia via = GET (self, CwVia, self->vias[0]);

  via.at.y += by;
  set (self, self->vias[0], &via);
}

static void
shift_via_within (TestPackage *self)
{
  shift_via (self, 25 * CW_UM);
}

static void
shift_via_across (TestPackage *self)
{
  shift_via (self, 26 * CW_UM);
}

static void
shift_via_off (TestPackage *self)
{
  shift_via (self, 100 * CW_UM);
}

/* the bar ends at 100 µm, its keep-out area 50 µm farther */
static void
add_resistor (TestPackage *self, CwId net, CwCoord x)
{
  guint level = GET (self, CwBondingPad, self->pads[0]).level;
  const CwId none[2] = { CW_ID_NONE, self->nets[0] };
  g_autoptr (CwNets) nets = cw_nets_new (none, 2);
  CwPassive passive = { .name = g_ref_string_new ("R1"),
                        .at = { 0, 1000 * CW_UM },
                        .nets = nets,
                        .form = CW_FORM_BAR,
                        .level = (guint8) level,
                        .other_level = CW_LEVEL_NONE,
                        .top_level = CW_LEVEL_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) design = NULL;
  CwBox box;
  CwId id;

  passive.values[CW_PARAMETER_WIDTH] = 20 * CW_UM;
  passive.values[CW_PARAMETER_LENGTH] = 200 * CW_UM;
  passive.values[CW_PARAMETER_KEEP_OUT] = 50 * CW_UM;
  id = cw_edit_add_passive (self->edit, &passive, &error);
  g_assert_no_error (error);
  g_ref_string_release (passive.name);
  design = cw_edit_finish (self->edit, NULL);
  box = cw_design_get_item_bounds (design, id);
  cw_edit_free (self->edit);
  self->edit = cw_edit_new (design);
  test_add_segment (self->edit, level, net, 20 * CW_UM, box.max.x + x + 10 * CW_UM, 900 * CW_UM,
                    box.max.x + x + 10 * CW_UM, 1100 * CW_UM);
}

static void
cross_keep_out (TestPackage *self)
{
  add_resistor (self, self->nets[1], 40 * CW_UM);
}

static void
pass_keep_out (TestPackage *self)
{
  add_resistor (self, self->nets[1], 50 * CW_UM);
}

static void
connect_in_keep_out (TestPackage *self)
{
  add_resistor (self, self->nets[0], -10 * CW_UM);
}

#define PLAIN CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2
#define SHEET CW_METHOD_B, CW_SUBSTRATE_PLAIN, 1

static const Case cases[] = {
  { "pad-without-net", PLAIN, remove_net_of_pad, CW_RULE_PAD_NET,
    "pad-net: A1 (bonding pad 1) has no net, rule R1: claims 1, 30, 176: bonding pads lead to "
    "metal pads" },
  { "net-without-die-pad", PLAIN, remove_net_of_die_pad, CW_RULE_PAD_NET,
    "pad-net: net a of A1 leads to no metal pad of a die, rule R1: claims 1, 30, 176: bonding pads "
    "lead to metal pads" },
  { "net-of-many-pads-without-die-pad", PLAIN, add_more_pads, CW_RULE_PAD_NET,
    "pad-net: net a of A1 and 2 more leads to no metal pad of a die, rule R1: claims 1, 30, 176: "
    "bonding pads lead to metal pads" },
  { "passive-device-joins-nets", PLAIN, join_by_resistor, CW_RULE_PAD_NET, "" },
  { "circuitry-over-die", PLAIN, pull_in, CW_RULE_FAN_OUT,
    "fan-out: no trace, bonding pad or bus on a net of U1 (die) reaches out of the active surface, "
    "rule R2: claims 1, 30, 61, 102, 139: wiring reaches beyond the dies\nwarning: fan-out: all "
    "bonding pads lie over U1 (die), rule R2: claims 1, 30, 61, 102, 139: wiring reaches beyond "
    "the dies" },
  { "pads-over-die", PLAIN, pull_in_pads, CW_RULE_FAN_OUT,
    "warning: fan-out: all bonding pads lie over U1 (die), rule R2: claims 1, 30, 61, 102, 139: "
    "wiring reaches beyond the dies" },
  { "narrow-external-trace", PLAIN, make_inside_wide, CW_RULE_EXTERNAL_TRACE,
    "external-trace: width 20 µm of A2 (trace 2, net b) is not more than 20 µm within die type "
    "chip, rule R3: claims 4, 35, 184: wider, longer, thicker than inside" },
  { "thin-external-traces", PLAIN, make_inside_thick, CW_RULE_EXTERNAL_TRACE,
    "external-trace: thickness 5 µm of RDL1 is not more than 5 µm within die type chip, rule R3: "
    "claims 4, 35, 184: wider, longer, thicker than inside\nexternal-trace: thickness 5 µm of RDL2 "
    "is not more than 5 µm within die type chip, rule R3: claims 4, 35, 184: wider, longer, "
    "thicker than inside" },
  { "short-external-traces", PLAIN, make_inside_long, CW_RULE_EXTERNAL_TRACE,
    "external-trace: length 1000 µm of the longest trace, A1 (trace 1, net a), is not more than "
    "1000 µm within die type chip, rule R3: claims 4, 35, 184: wider, longer, thicker than "
    "inside" },
  { "finer-internal-traces", PLAIN, make_inside_fine, CW_RULE_EXTERNAL_TRACE, "" },
  { "levels-not-joined", PLAIN, end_vias_below, CW_RULE_LEVELS_JOINED,
    "levels-joined: no via joins RDL1 and RDL2, rule R7: claims 14, 45, 83, 120, 157, 193: joined "
    "through the dielectric" },
  { "pad-on-inner-level", PLAIN, lower_pad, CW_RULE_PAD_LEVEL,
    "pad-level: A1 (bonding pad 1, net a) lies on RDL1, not on RDL2, the outermost wiring level, "
    "rule R11: claims 14, 45, 193: pads furthest from the substrate" },
  { "die-pads-not-joined", PLAIN, remove_vias, CW_RULE_PAD_LEVEL,
    "pad-level: no via joins the metal pads of the dies to RDL1, the innermost wiring level, rule "
    "R11: claims 14, 45, 193: pads furthest from the substrate" },
  { "pad-without-opening", PLAIN, close_passivation, CW_RULE_PASSIVATION_OPEN,
    "passivation-open: PASS has no opening over A1 (bonding pad 1, net a), rule R12: claims 27, "
    "58, 77, 114, 151, 201: the passivation opens the bonding pads" },
  { "opening-beyond-land", PLAIN, open_too_far, CW_RULE_PASSIVATION_OPEN,
    "passivation-open: PASS opens beyond the land of A1 (bonding pad 1, net a) by 10 µm, rule R12: "
    "claims 27, 58, 77, 114, 151, 201: the passivation opens the bonding pads" },
  { "pad-without-ball", PLAIN, remove_ball, CW_RULE_BONDING_POINT,
    "bonding-point: A2 (bonding pad 2, net b) has no ball, bump or pin, rule R13: claims 28, 59, "
    "78, 115, 152, 202: a bonding point on each" },
  { "foreign-trace-in-keep-out", PLAIN, cross_keep_out, CW_RULE_KEEP_OUT,
    "keep-out 40 µm < 50 µm on RDL2 from R1 (passive device 1) to trace 3 (net b), rule keep-out: "
    "keep-out areas of the design" },
  { "foreign-trace-beside-keep-out", PLAIN, pass_keep_out, CW_RULE_KEEP_OUT, "" },
  { "own-trace-in-keep-out", PLAIN, connect_in_keep_out, CW_RULE_KEEP_OUT, "" },
  { "hole-just-on-pad", PLAIN, shift_via_within, CW_RULE_VIA_LANDING, "" },
  { "hole-across-edge-of-pad", PLAIN, shift_via_across, CW_RULE_VIA_LANDING,
    "via-landing: the hole of A1 (via 1, net a) sticks out of U1.1 (die pad, net a) on PAD by 1 "
    "µm, rule R15: claims 7, 8, 38, 39, 187, 188: holes penetrate and land" },
  { "hole-beside-pad", PLAIN, shift_via_off, CW_RULE_VIA_LANDING,
    "via-landing: the hole of via 1 (net a) lands on no metal of its net on PAD, rule R15: claims "
    "7, 8, 38, 39, 187, 188: holes penetrate and land" },
  { "hole-in-sheet-across-edge-of-pad", SHEET, shift_via_across, CW_RULE_VIA_LANDING,
    "via-landing: the hole of A1 (via 1, net a) sticks out of U1.1 (die pad, net a) on PAD by 1 "
    "µm, rule R15: claims 7, 8, 38, 39, 187, 188: holes penetrate and land" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *data = user_data;
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (data->method, data->substrate, data->n_levels);
  TestPackage package;

  test_package_init (&package, technology);
  data->change (&package);
  test_package_assert_found (&package, data->kind, data->lines);
}

/* what a device consists of breaks no rule, wherever its holes land and however near its turns are */
static void
test_passives (void)
{
  for (guint form = 0; form < CW_N_PASSIVE_FORMS; form++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 3);
      g_autoptr (GError) error = NULL;
      CwPassive passive;
      TestPackage package;

      test_package_init (&package, technology);
      cw_passive_init (&passive, form, technology);
      passive.name = g_ref_string_new ("P1");
      passive.at = CW_POINT (0, 1200 * CW_UM);
      cw_edit_add_passive (package.edit, &passive, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cw_passive_form_get_name (form));
      test_package_assert_clean (&package);
      g_ref_string_release (passive.name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/claim-rules/whole-packages-are-clean", test_clean);
  g_test_add_func ("/model/check/claim-rules/default-technology-asks-for-none", test_default);
  g_test_add_func ("/model/check/claim-rules/passive-devices-are-clean", test_passives);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/check/claim-rules/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
