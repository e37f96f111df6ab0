/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/package.h"

/* Packages of all kinds of items, changed at random: an update finds what a whole check does. */

#define N_NETS 6
#define SIZE (1600 * CW_UM)
#define N_CHANGES 250

typedef struct
{
  GRand *random;
  CwEdit *edit;
  GArray *ids; /* of CwId: the placed items */
} Change;

static gint32
pick (Change *self, gint32 min, gint32 max)
{
  return g_rand_int_range (self->random, min, max + 1);
}

/* on a grid, so that things touch exactly */
static CwPoint
pick_point (Change *self)
{
  CwCoord x = pick (self, -SIZE / 50000, SIZE / 50000) * 50000;

  return CW_POINT (x, pick (self, -SIZE / 50000, SIZE / 50000) * 50000);
}

static CwId
pick_net (Change *self)
{
  gint32 number = pick (self, 0, N_NETS);

  return number == 0 ? CW_ID_NONE : cw_id_new (CW_ITEM_NET, (guint32) number);
}

static guint
pick_wiring (Change *self, const CwTechnology *technology)
{
  return cw_technology_get_wiring_level (
      technology,
      (guint) pick (self, 0, (gint32) cw_technology_get_n_wiring_levels (technology) - 1));
}

static void
add_die (Change *self, const CwTechnology *technology)
{
  const CwId ids[2] = { pick_net (self), pick_net (self) };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);
  g_autofree char *name = g_strdup_printf ("V%u", (guint) pick (self, 0, 1000000));
  CwDie die = { .name = g_ref_string_new (name),
                .type = cw_id_new (CW_ITEM_DIE_TYPE, 1),
                .at = pick_point (self),
                .angle = pick (self, 0, 3) > 0 ? pick (self, 0, 3) * CW_ANGLE_90 : 30 * CW_DEGREE,
                .nets = nets,
                .module = pick (self, 0, 2) == 0 ? g_ref_string_new ("M") : NULL };

  cw_edit_add_die (self->edit, &die, NULL);
  g_ref_string_release (die.name);
  if (die.module != NULL)
    g_ref_string_release (die.module);
}

static void
add_cavity (Change *self, const CwTechnology *technology)
{
  CwPoint a = pick_point (self);
  CwCoord size = pick (self, 1, 14) * 100000;
  g_autoptr (CwPath) path = cw_path_new_box (CW_BOX (a.x, a.y, a.x + size, a.y + size));
  CwCavity cavity = { .outline = path,
                      .depth = pick (self, 0, 3) * 50 * CW_UM,
                      .draft = pick (self, 0, 3) == 0 ? 20 * CW_DEGREE : 0,
                      .level = (guint8) pick (self, 0, 1) };

  cw_edit_add_cavity (self->edit, &cavity, NULL);
}

static void
add_bonding_pad (Change *self, const CwTechnology *technology)
{
  CwCoord opening = pick (self, 0, 3) * 90 * CW_UM;
  CwBondingPad pad = { .name = g_ref_string_new (""),
                       .at = pick_point (self),
                       .land = { CW_PAD_ROUND, 250 * CW_UM, 250 * CW_UM },
                       .opening = { CW_PAD_ROUND, opening, opening },
                       .ball = { CW_BALL_BUMP, pick (self, 0, 1) * 280 * CW_UM },
                       .net = pick_net (self),
                       .level = (guint8) pick_wiring (self, technology) };

  cw_edit_add_bonding_pad (self->edit, &pad, NULL);
  g_ref_string_release (pad.name);
}

static void
add_via (Change *self, const CwTechnology *technology)
{
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  CwVia via = { .at = pick_point (self),
                .hole = 30 * CW_UM,
                .land = pick (self, 3, 8) * 10 * CW_UM,
                .net = pick_net (self),
                .from = (guint8) (pick (self, 0, 1) ? pad : pick_wiring (self, technology)),
                .to = (guint8) pick_wiring (self, technology) };

  /* where a pad of the die may be */
  if (pick (self, 0, 1) == 0)
    via.at = CW_POINT ((pick (self, 0, 1) ? 200 : -200) * CW_UM, pick (self, -3, 3) * 10 * CW_UM);
  cw_edit_add_via (self->edit, &via, NULL);
}

static void
add_trace (Change *self, const CwTechnology *technology)
{
  const CwPoint points[] = { pick_point (self), pick_point (self) };
  g_autoptr (CwPath) path = cw_path_new_points (points, 2);
  CwTrace trace = { .path = path,
                    .width = pick (self, 1, 4) * 10 * CW_UM,
                    .net = pick_net (self),
                    .level = (guint8) pick_wiring (self, technology) };

  cw_edit_add_trace (self->edit, &trace, NULL);
}

static void
add_bus (Change *self, const CwTechnology *technology)
{
  CwPoint a = pick_point (self);
  g_autoptr (CwPath) path = cw_path_new_box (CW_BOX (a.x, a.y, a.x + 300000, a.y + 300000));
  CwBus bus = { .path = path,
                .width = 20 * CW_UM,
                .pitch = 100 * CW_UM,
                .net = pick_net (self),
                .kind = pick (self, 0, 1) ? CW_BUS_RING : CW_BUS_MESH,
                .level = (guint8) pick_wiring (self, technology) };

  cw_edit_add_bus (self->edit, &bus, NULL);
}

static void
add_passive (Change *self, const CwTechnology *technology)
{
  static const CwPassiveForm forms[]
      = { CW_FORM_BAR, CW_FORM_MEANDER, CW_FORM_SQUARE_SPIRAL, CW_FORM_INTERDIGITAL };
  const CwId ids[2] = { pick_net (self), pick_net (self) };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);
  g_autofree char *name = g_strdup_printf ("P%u", (guint) pick (self, 0, 1000000));
  CwPassive passive = { .name = g_ref_string_new (name),
                        .at = pick_point (self),
                        .nets = nets,
                        .form = (guint8) forms[pick (self, 0, 3)],
                        .level = (guint8) pick_wiring (self, technology),
                        .other_level = CW_LEVEL_NONE,
                        .top_level = CW_LEVEL_NONE };
  static const CwCoord values[CW_N_PASSIVE_PARAMETERS] = { [CW_PARAMETER_WIDTH] = 20 * CW_UM,
                                                           [CW_PARAMETER_SPACE] = 20 * CW_UM,
                                                           [CW_PARAMETER_LENGTH] = 200 * CW_UM,
                                                           [CW_PARAMETER_INNER] = 100 * CW_UM,
                                                           [CW_PARAMETER_COUNT] = 3,
                                                           [CW_PARAMETER_KEEP_OUT] = 50 * CW_UM };

  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (cw_passive_form_uses (passive.form, i))
      passive.values[i] = values[i];
  if (passive.form == CW_FORM_SQUARE_SPIRAL)
    {
      passive.level = (guint8) cw_technology_get_wiring_level (technology, 1);
      passive.other_level = (guint8) cw_technology_get_wiring_level (technology, 0);
    }
  cw_edit_add_passive (self->edit, &passive, NULL);
  g_ref_string_release (passive.name);
}

static void
add_item (Change *self, const CwTechnology *technology)
{
  static void (*const adds[]) (Change *, const CwTechnology *)
      = { add_die, add_cavity, add_cavity, add_bonding_pad, add_bonding_pad, add_via,
          add_via, add_trace,  add_trace,  add_bus,         add_passive,     add_passive };

  adds[pick (self, 0, G_N_ELEMENTS (adds) - 1)](self, technology);
}

static void
change_die_type (Change *self)
{
  CwId id = cw_id_new (CW_ITEM_DIE_TYPE, 1);
  CwDieType type = *(const CwDieType *) cw_edit_get_item (self->edit, id);

  switch (pick (self, 0, 4))
    {
    case 0:
      type.thickness = pick (self, 10, 16) * 10 * CW_UM;
      break;
    case 1:
      type.trace_width = pick (self, 0, 3) * 10 * CW_UM;
      break;
    case 2:
      type.trace_thickness = pick (self, 0, 2) * 4 * CW_UM;
      break;
    case 3:
      type.trace_length = pick (self, 0, 30) * 100 * CW_UM + 1;
      break;
    default:
      type.keep_out = pick (self, 0, 2) * 100 * CW_UM;
      break;
    }
  cw_edit_set_die_type (self->edit, id, &type, NULL);
}

/* a round one now and then */
static void
change_outline (Change *self)
{
  CwCoord half = pick (self, 15, 20) * 100 * CW_UM;
  CwVertex round[] = { { { -half, 0 }, 180 * CW_DEGREE }, { { half, 0 }, 180 * CW_DEGREE } };
  g_autoptr (CwPath) outline = pick (self, 0, 2) == 0
                                   ? cw_path_new (round, 2)
                                   : cw_path_new_box (CW_BOX (-half, -half, half, half));

  cw_edit_set_outline (self->edit, outline, NULL);
}

static void
change_level (CwLevel *level, gpointer user_data)
{
  Change *self = user_data;

  if (level->kind == CW_LEVEL_DIE && pick (self, 0, 1))
    level->thickness += pick (self, 0, 2) * 5 * CW_UM;
  else if (level->kind == CW_LEVEL_DIELECTRIC && pick (self, 0, 3) == 0)
    level->material = CW_MATERIAL_NONE;
}

static void
change_technology (Change *self, const CwTechnology *before)
{
  g_autoptr (CwTechnology) technology = test_technology_change (before, change_level, self);
  CwPanel panel = { .kind = CW_PANEL_STRIP,
                    .scope = (CwUnitScope) pick (self, 0, 1),
                    .width = 200 * CW_MM,
                    .height = 60 * CW_MM,
                    .street = 100 * CW_UM,
                    .pull_back = pick (self, 0, 3) * 100 * CW_UM };

  cw_technology_set_panel (technology, &panel, NULL);
  cw_edit_set_technology (self->edit, technology, NULL);
}

static void
change_nets (Change *self, CwId id)
{
  union
  {
    CwTrace trace;
    CwVia via;
    CwBondingPad pad;
    CwBus bus;
    CwPassive passive;
    CwDie die;
  } item;
  const CwId ids[2] = { pick_net (self), pick_net (self) };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);

  switch (cw_id_get_kind (id))
    {
    case CW_ITEM_TRACE:
      item.trace = *(const CwTrace *) cw_edit_get_item (self->edit, id);
      item.trace.net = ids[0];
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_VIA:
      item.via = *(const CwVia *) cw_edit_get_item (self->edit, id);
      item.via.net = ids[0];
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_BONDING_PAD:
      item.pad = *(const CwBondingPad *) cw_edit_get_item (self->edit, id);
      item.pad.net = ids[0];
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_BUS:
      item.bus = *(const CwBus *) cw_edit_get_item (self->edit, id);
      item.bus.net = ids[0];
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_PASSIVE:
      item.passive = *(const CwPassive *) cw_edit_get_item (self->edit, id);
      item.passive.nets = nets;
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_DIE:
      item.die = *(const CwDie *) cw_edit_get_item (self->edit, id);
      item.die.nets = nets;
      cw_edit_set (self->edit, id, &item, NULL);
      break;

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_TEXT:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_N_ITEM_KINDS:
    default:
      break;
    }
}

static gboolean
note_id (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val (user_data, id);
  return TRUE;
}

static void
change_one (Change *self, const CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  CwId id = self->ids->len > 0
                ? g_array_index (self->ids, CwId, pick (self, 0, (gint32) self->ids->len - 1))
                : CW_ID_NONE;
  CwTransform by = { pick_point (self), 0, FALSE };
  guint which = (guint) pick (self, 0, 99);

  if (id == CW_ID_NONE || cw_edit_get_item (self->edit, id) == NULL)
    return;
  by.offset = CW_POINT (by.offset.x / 8, by.offset.y / 8);
  if (which < 35)
    cw_edit_transform (self->edit, id, &by, NULL);
  else if (which < 50)
    change_nets (self, id);
  else if (which < 65)
    cw_edit_remove (self->edit, id, NULL);
  else if (which < 84)
    add_item (self, technology);
  else if (which < 92)
    change_die_type (self);
  else if (which < 97)
    change_outline (self);
  else
    change_technology (self, technology);
}

static CwDesign *
make_next (GRand *random, CwDesign *design, CwDiff **diff)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CwId));
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  Change self = { random, edit, ids };
  guint n = pick (&self, 0, 8) == 0 ? 6 : 1;

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (design, kind, note_id, ids);
  for (guint i = 0; i < n; i++)
    change_one (&self, design);
  return cw_edit_finish (edit, diff);
}

static CwDesign *
make_first (GRand *random, guint seed)
{
  g_autoptr (CwTechnology) all
      = cw_technology_new_method (seed % CW_N_METHODS, seed / 2 % CW_N_SUBSTRATE_KINDS, 2);
  g_autoptr (CwTechnology) claims = test_technology_keep_claim_rules (all);
  TestPackage package;
  Change self = { random, NULL, NULL };

  /* with few items, so that sometimes nothing fans out; without other rules, whose neighbours are looked at */
  test_package_init (&package, seed % 2 == 0 ? claims : all);
  for (guint i = 0; seed % 2 == 0 && i < 2; i++)
    cw_edit_remove (package.edit, package.pads[i], NULL);
  for (guint i = 2; i < N_NETS; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%u", i);

      test_add_net (package.edit, name, CW_NET_SIGNAL);
    }
  self.edit = package.edit;
  for (guint i = 0; i < (seed % 4 == 0 ? 0 : 12); i++)
    add_item (&self, all);
  return test_finish (package.edit);
}

static void
count_kinds (const CwCheckResult *result, guint counts[CW_N_RULE_KINDS])
{
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    counts[cw_check_result_get_violation (result, i)->kind]++;
}

static void
run (guint32 seed, guint counts[CW_N_RULE_KINDS])
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (CwDesign) design = make_first (random, seed);
  g_autoptr (CwCheckResult) result = test_check (design);

  g_test_message ("seed %u", seed);
  for (guint step = 0; step < N_CHANGES; step++)
    {
      g_autoptr (CwDiff) diff = NULL;
      g_autoptr (CwDesign) next = make_next (random, design, &diff);
      g_autoptr (CwCheckResult) updated = cw_check_update (result, diff);
      g_autoptr (CwCheckResult) whole = test_check (next);

      if (!cw_check_result_equal (updated, whole))
        g_test_message ("seed %u, step %u", seed, step);
      test_assert_results_equal (updated, whole, "update");
      count_kinds (whole, counts);
      cw_design_unref (design);
      design = g_steal_pointer (&next);
      cw_check_result_unref (result);
      result = g_steal_pointer (&updated);
    }
}

static void
test_update (void)
{
  guint counts[CW_N_RULE_KINDS] = { 0 };

  for (guint32 seed = 1; seed <= 8; seed++)
    run (seed, counts);

  /* so that the test does not pass by finding nothing; stack and steps are not changed that far */
  for (guint kind = CW_RULE_DIE_SPACING; kind < CW_N_RULE_KINDS; kind++)
    {
      g_test_message ("%s: %u", cw_rule_kind_get_name (kind), counts[kind]);
      if (kind != CW_RULE_THIN_ORGANIC && kind != CW_RULE_ALTERNATION && kind != CW_RULE_STEP_ORDER)
        g_assert_cmpuint (counts[kind], >, 0);
    }
}

static CwId
add_resistor (TestPackage *package, const CwTechnology *technology, const char *name, CwCoord y,
              CwId from, CwId to)
{
  g_autoptr (GError) error = NULL;
  const CwId ids[2] = { from, to };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);
  CwPassive passive;
  CwId id;

  cw_passive_init (&passive, CW_FORM_BAR, technology);
  passive.name = g_ref_string_new (name);
  passive.at = CW_POINT (0, y);
  passive.nets = nets;
  id = cw_edit_add_passive (package->edit, &passive, &error);
  g_assert_no_error (error);
  g_ref_string_release (passive.name);
  return id;
}

/* a net that two devices part from the die loses it with the nearer one */
static void
test_chain (void)
{
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2);
  TestPackage package;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwDiff) diff = NULL;
  g_autoptr (CwDiff) back = NULL;
  g_autoptr (CwCheckResult) before = NULL;
  g_autoptr (CwCheckResult) updated = NULL;
  g_autoptr (CwCheckResult) whole = NULL;
  g_autoptr (CwCheckResult) again = NULL;
  guint counts[2][CW_N_RULE_KINDS] = { { 0 } };
  CwBondingPad pad;
  CwId nets[2];
  CwId nearer;

  test_package_init (&package, technology);
  nets[0] = test_add_net (package.edit, "c", CW_NET_SIGNAL);
  nets[1] = test_add_net (package.edit, "d", CW_NET_SIGNAL);
  nearer = add_resistor (&package, technology, "R1", 1200 * CW_UM, package.nets[0], nets[0]);
  add_resistor (&package, technology, "R2", -1200 * CW_UM, nets[0], nets[1]);
  pad = *(const CwBondingPad *) cw_edit_get_item (package.edit, package.pads[0]);
  pad.at.y = 1200 * CW_UM;
  pad.net = nets[1];
  cw_edit_add_bonding_pad (package.edit, &pad, NULL);
  design = test_finish (package.edit);
  before = test_check (design);
  count_kinds (before, counts[0]);
  g_assert_cmpuint (counts[0][CW_RULE_PAD_NET], ==, 0);

  package.edit = cw_edit_new (design);
  cw_edit_remove (package.edit, nearer, NULL);
  next = test_finish (package.edit);
  diff = cw_diff_new (design, next);
  updated = cw_check_update (before, diff);
  whole = test_check (next);
  test_assert_results_equal (updated, whole, "without the device");
  count_kinds (updated, counts[1]);
  g_assert_cmpuint (counts[1][CW_RULE_PAD_NET], ==, 1);

  back = cw_diff_new (next, design);
  again = cw_check_update (updated, back);
  test_assert_results_equal (again, before, "with it again");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/structure-update/update-equals-whole-check", test_update);

  g_test_add_func ("/model/check/structure-update/chain-of-devices-is-followed", test_chain);

  return g_test_run ();
}
