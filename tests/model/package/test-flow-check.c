/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/flow-test.h"

typedef struct
{
  CwTechnology *technology;
  CwFlow *flow;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->technology = cw_technology_new_method (GPOINTER_TO_UINT (data), CW_SUBSTRATE_PLAIN, 2);
  self->flow = cw_technology_dup_flow (self->technology);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_flow_unref (self->flow);
  cw_technology_unref (self->technology);
}

static guint
find (const Fixture *self, CwStepKind kind, const char *level)
{
  gint index = cw_flow_find (self->flow, kind,
                             level != NULL ? cw_technology_find_level (self->technology, level)
                                           : CW_LEVEL_NONE);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

/* takes a step out as a file could have it: alone */
static void
cut_out (Fixture *self, guint step)
{
  g_autoptr (CwFlow) before = self->flow;
  g_autofree CwStep *steps = g_new (CwStep, before->n_steps);
  guint n = 0;

  for (guint i = 0; i < before->n_steps; i++)
    if (i != step)
      steps[n++] = before->steps[i];
  self->flow = cw_flow_new (before->method, steps, n);
}

static void
append (Fixture *self, const CwStep *step)
{
  g_autoptr (CwFlow) before = self->flow;
  g_autofree CwStep *steps = g_new (CwStep, before->n_steps + 1);

  memcpy (steps, before->steps, before->n_steps * sizeof (CwStep));
  steps[before->n_steps] = *step;
  self->flow = cw_flow_new (before->method, steps, before->n_steps + 1);
}

/* puts a step in front of another */
static void
move (Fixture *self, guint step, guint to)
{
  g_autoptr (CwFlow) before = self->flow;

  self->flow = cw_flow_dup_moved (before, step, to);
}

static void
assert_found (Fixture *self, CwSeverity severity, const char *what, const char *source)
{
  g_autoptr (GPtrArray) findings = cw_flow_check (self->flow, self->technology);

  flow_test_assert_finding (findings, 0, severity, what, source);
  g_assert_cmpuint (findings->len, ==, 1);
}

static void
test_other_method (Fixture *self, gconstpointer data)
{
  const CwStep turn = { CW_STEP_TURN_OVER, CW_LEVEL_NONE, CW_MATERIAL_NONE, 0, 0 };

  append (self, &turn);
  move (self, self->flow->n_steps - 1, 0);
  assert_found (self, CW_SEVERITY_ERROR, "A* Turn over is no step of method A", "claim 61");
}

static void
test_wrong_level (Fixture *self, gconstpointer data)
{
  const CwStep step = { CW_STEP_OPEN_HOLES, CW_MAX_LEVELS - 1, CW_MATERIAL_NONE, 0, 0 };

  append (self, &step);
  move (self, self->flow->n_steps - 1, find (self, CW_STEP_SINGULATE, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A8.4 Pattern holes in ? is about a level that is not there or is of another kind",
                "check P4");

  cut_out (self, find (self, CW_STEP_SINGULATE, NULL) - 1);
  flow_test_assert_clean (self->flow, self->technology);
}

static void
test_done_twice (Fixture *self, gconstpointer data)
{
  guint fill = find (self, CW_STEP_FILL, NULL);

  append (self, &self->flow->steps[fill]);
  move (self, self->flow->n_steps - 1, fill);
  assert_found (self, CW_SEVERITY_ERROR,
                "A3.2 Fill around the dies (Epoxy mould compound, 100 µm over the dies) is done "
                "already, as A3.1",
                "check P4");
}

/* each mandatory step is missed when it is taken out */
static void
test_missing (void)
{
  static const char *const sources[] = { "claim 61", "claim 102", "claim 139" };

  for (guint method = 0; method < CW_N_METHODS; method++)
    {
      g_autoptr (CwTechnology) technology = cw_technology_new_method (method, CW_SUBSTRATE_HEAT, 2);
      g_autoptr (CwFlow) template = cw_technology_dup_flow (technology);
      g_autoptr (GArray) options = cw_flow_list_options (template, technology);
      guint n_missed = 0;

      for (guint i = 0; i < template->n_steps; i++)
        {
          Fixture fixture = { technology, cw_flow_ref (template) };
          g_autofree char *name = cw_flow_dup_step_name (template, technology, i);
          g_autofree char *what = g_strdup_printf ("A step is missing: %s", name);
          g_autoptr (GPtrArray) findings = NULL;
          gboolean is_option = FALSE;

          for (guint j = 0; j < options->len; j++)
            is_option = is_option || g_array_index (options, CwFlowOption, j).index == (gint) i;
          cut_out (&fixture, i);
          findings = cw_flow_check (fixture.flow, technology);
          if (!is_option)
            {
              n_missed++;
              flow_test_assert_finding (findings, findings->len - 1, CW_SEVERITY_ERROR, what,
                                        sources[method]);
              g_assert_cmpuint (((CwFlowFinding *) findings->pdata[findings->len - 1])->step, ==,
                                fixture.flow->n_steps);
            }
          cw_flow_unref (fixture.flow);
        }
      g_assert_cmpuint (n_missed, >=, 7);
    }
}

static void
test_no_holes (Fixture *self, gconstpointer data)
{
  flow_test_add_all (&self->flow, self->technology, CW_STEP_FILL_VIAS);
  cut_out (self, find (self, CW_STEP_OPEN_HOLES, "D1"));
  assert_found (self, CW_SEVERITY_ERROR,
                "A6 Fill vias in D1 (Copper) has no holes to fill: no step patterns them",
                "check P4");
}

static void
test_closed_passivation (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_DEPOSIT_UBM, NULL));
  cut_out (self, find (self, CW_STEP_OPEN_PASSIVATION, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A10 Attach bonding points BALL (SAC305, 204 µm) finds no exposed bonding pads: no "
                "step opens the passivation",
                "claims 27, 58, 201, check P4");
}

static void
test_no_passivation (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_DEPOSIT_PASSIVATION, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A9.1 Open passivation PASS has nothing to open: no step deposits the passivation",
                "check P4");
  cut_out (self, find (self, CW_STEP_OPEN_PASSIVATION, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A9 Deposit under-bump metal UBM (Nickel on copper, 6 µm) has no openings to go "
                "into: no step opens the passivation",
                "check P4");
}

static void
test_grinds_active_surfaces (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_FILL, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A3 Planarise filling to the active surfaces would grind the active surfaces: no "
                "filling lies over them",
                "claim 70, check P1");
}

static void
test_covered (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_PLANARISE, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A3 Fill around the dies (Epoxy mould compound, 100 µm over the dies) leaves the "
                "active surfaces covered: no step planarises it",
                "claim 70, check P1");
}

static void
test_literal_claim_144 (Fixture *self, gconstpointer data)
{
  move (self, find (self, CW_STEP_SECOND_FILL, NULL), find (self, CW_STEP_TURN_OVER, NULL));
  assert_found (
      self, CW_SEVERITY_WARNING,
      "C7 Fill again, planar to the active surfaces (Epoxy mould compound) comes before "
      "C6.2 Remove first filling: the claim says so, though the first filling still takes "
      "the room; it is accepted",
      "claim 144");
}

static void
test_thick_sheet (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_THIN_SHEET, NULL));
  assert_found (self, CW_SEVERITY_WARNING,
                "B1 Provide insulating sheet THIN (Organic sheet, 50 µm) does not become 25 µm "
                "thick: no step thins it",
                "claims 107, 109");
}

static void
test_singulates_early (Fixture *self, gconstpointer data)
{
  cut_out (self, find (self, CW_STEP_ATTACH_BALLS, NULL));
  move (self, find (self, CW_STEP_SINGULATE, NULL), find (self, CW_STEP_DEPOSIT_UBM, NULL));
  assert_found (self, CW_SEVERITY_ERROR,
                "A11 Singulate comes before A9.3 Deposit under-bump metal UBM (Nickel on copper, 6 "
                "µm): packages are cut apart when all else is done",
                "check P4");
}

static void
set_figures (Fixture *self, const char *name, gint32 cure, gint32 limit)
{
  g_autoptr (CwTechnology) changed = cw_technology_dup (self->technology);
  g_autoptr (GError) error = NULL;
  guint index = cw_technology_find_material (changed, name);
  CwMaterial material = *cw_technology_get_material (changed, index);

  material.cure = cure;
  material.limit = limit;
  cw_technology_set_material (changed, index, &material, &error);
  g_assert_no_error (error);
  cw_technology_unref (self->technology);
  self->technology = g_steal_pointer (&changed);
  cw_flow_unref (self->flow);
  self->flow = cw_technology_dup_flow (self->technology);
}

static void
test_cure_ladder (Fixture *self, gconstpointer data)
{
  set_figures (self, "BT core", 0, 259500);
  assert_found (self, CW_SEVERITY_ERROR,
                "A10 Attach bonding points BALL (SAC305, 204 µm) is done at 260 °C: BT core, which "
                "is there already, stands 259.500 °C",
                "check P9, cure ladder");
  set_figures (self, "BT core", 0, 260000);
  flow_test_assert_clean (self->flow, self->technology);
}

/* what is removed before the hot step is not asked; what is there during it is */
static void
test_cure_of_temporary (Fixture *self, gconstpointer data)
{
  set_figures (self, "Release film", 0, 150000);
  set_figures (self, "Polymer filling", 0, 150000);
  flow_test_assert_clean (self->flow, self->technology);

  set_figures (self, "Polymer filling", 150001, 0);
  assert_found (self, CW_SEVERITY_ERROR,
                "C3 Fill around the dies (Polymer filling, 100 µm over the backs) is done at "
                "150.001 °C: Release film, which is there already, stands 150 °C",
                "check P9, cure ladder");
}

/* pairs that only meet where what lies between them is left out: two steps alone, the wrong way */
static void
test_two_alone (void)
{
  static const struct
  {
    CwMethod method;
    CwStepKind early;
    const char *early_level;
    CwStepKind late;
    const char *late_level;
    const char *what;
    const char *source;
  } rows[] = {
    { CW_METHOD_A, CW_STEP_DEPOSIT_WIRING, "RDL1", CW_STEP_PLACE_DIES, "DIE",
      "A7 Electroplate wiring RDL1 (Copper, 5 µm) comes before A2 Place dies face up: there are no "
      "dies to connect yet",
      "claim 61" },
    { CW_METHOD_B, CW_STEP_DEPOSIT_WIRING, "RDL1", CW_STEP_TURN_OVER, NULL,
      "B9 Electroplate wiring RDL1 (Copper, 5 µm) comes before B5 Turn over: the active surfaces "
      "face down until then",
      "claim 102" },
    { CW_METHOD_C, CW_STEP_DEPOSIT_DIELECTRIC, "D1", CW_STEP_TURN_OVER, NULL,
      "C8 Deposit dielectric D1 (Polyimide, 7 µm) comes before C5 Turn over: the active surfaces "
      "face down until then",
      "claim 139" },
    { CW_METHOD_B, CW_STEP_OPEN_HOLES, "THIN", CW_STEP_TURN_OVER, NULL,
      "B7 Pattern holes in THIN comes before B5 Turn over: the active surfaces face down until "
      "then",
      "claim 111" },
    { CW_METHOD_A, CW_STEP_DEPOSIT_WIRING, "RDL2", CW_STEP_DEPOSIT_WIRING, "RDL1",
      "A8 Electroplate wiring RDL2 (Copper, 5 µm) comes before A7 Electroplate wiring RDL1 "
      "(Copper, "
      "5 µm): levels are built from the bottom up",
      "claim 83" },
    { CW_METHOD_C, CW_STEP_DEPOSIT_DIELECTRIC, "D2", CW_STEP_DEPOSIT_DIELECTRIC, "D1",
      "C8.1 Deposit dielectric D2 (Polyimide, 7 µm) comes before C8.2 Deposit dielectric D1 "
      "(Polyimide, 7 µm): levels are built from the bottom up",
      "claim 157" },
    { CW_METHOD_A, CW_STEP_ATTACH_BALLS, "BALL", CW_STEP_DEPOSIT_WIRING, "RDL1",
      "A10 Attach bonding points BALL (SAC305, 204 µm) comes before A7 Electroplate wiring RDL1 "
      "(Copper, 5 µm): the bonding pads are not there yet",
      "claim 78" },
    { CW_METHOD_A, CW_STEP_LAMINATE, "CORE1", CW_STEP_LAMINATE, "CORE2",
      "A0 Laminate CORE1 with its openings (BT core, 150 µm) comes before A1 Laminate CORE2 with "
      "its openings (BT core, 200 µm): boards are put on from the bottom up",
      "claim 65" },
    { CW_METHOD_A, CW_STEP_FORM_CAVITIES, "CORE1", CW_STEP_LAMINATE, "CORE1",
      "A0 Form cavities in CORE1 comes before A1 Laminate CORE1 with its openings (BT core, 150 "
      "µm): the board is not there yet",
      "claim 64" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (rows[i].method, CW_SUBSTRATE_CORES, 2);
      CwStep steps[2] = { { rows[i].early, CW_LEVEL_NONE, CW_MATERIAL_NONE, 0, 0 },
                          { rows[i].late, CW_LEVEL_NONE, CW_MATERIAL_NONE, 0, 0 } };
      g_autoptr (CwFlow) flow = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      steps[0].level = (guint8) cw_technology_find_level (technology, rows[i].early_level);
      if (rows[i].late_level != NULL)
        steps[1].level = (guint8) cw_technology_find_level (technology, rows[i].late_level);
      flow = cw_flow_new (rows[i].method, steps, 2);
      findings = cw_flow_check (flow, technology);
      flow_test_assert_finding (findings, 0, CW_SEVERITY_ERROR, rows[i].what, rows[i].source);
      g_assert_cmpuint (((CwFlowFinding *) findings->pdata[0])->step, ==, 0);
      g_assert_cmpuint (((CwFlowFinding *) findings->pdata[1])->step, >=, 2);
    }
}

/* whatever a file holds is checked, named and explained; the same twice */
static void
test_any_flow (void)
{
  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (run % CW_N_METHODS, run % CW_N_SUBSTRATE_KINDS, 1 + run % 4);
      g_autofree CwStep *steps = g_new0 (CwStep, 60);
      guint n_steps = (guint) g_test_rand_int_range (0, 60);
      g_autoptr (CwFlow) flow = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GPtrArray) again = NULL;

      for (guint i = 0; i < n_steps; i++)
        steps[i] = (CwStep){ .kind = (CwStepKind) g_test_rand_int_range (0, CW_N_STEP_KINDS),
                             .level = (guint8) g_test_rand_int_range (0, 256),
                             .material = (guint8) g_test_rand_int_range (0, 256),
                             .thickness = g_test_rand_int_range (0, CW_MM),
                             .temperature = g_test_rand_int_range (-300000, 400000) };
      for (guint i = 0; i < n_steps; i++)
        if (g_test_rand_bit ())
          steps[i].level %= cw_technology_get_n_levels (technology);
      flow = cw_flow_new ((CwMethod) g_test_rand_int_range (0, CW_N_METHODS), steps, n_steps);
      findings = cw_flow_check (flow, technology);
      again = cw_flow_check (flow, technology);

      g_assert_cmpuint (findings->len, >, 0);
      g_assert_cmpuint (findings->len, ==, again->len);
      for (guint i = 0; i < findings->len; i++)
        {
          const CwFlowFinding *one = findings->pdata[i];
          const CwFlowFinding *other = again->pdata[i];

          g_assert_cmpuint (one->step, <=, n_steps);
          g_assert_cmpstr (one->what, ==, other->what);
          g_assert_true (g_utf8_validate (one->what, -1, NULL));
          if (i > 0)
            g_assert_cmpuint (one->step, >=, ((CwFlowFinding *) findings->pdata[i - 1])->step);
        }
      for (guint i = 0; i < n_steps; i++)
        {
          g_autofree char *label = cw_flow_dup_step_label (flow, i);

          for (guint j = 0; j < i; j++)
            {
              g_autofree char *other = cw_flow_dup_step_label (flow, j);

              g_assert_cmpstr (label, !=, other);
            }
          cw_flow_get_note (flow, i);
        }
    }
}

#define ADD(path, method, test)                                                                    \
  g_test_add ("/model/package/flow-check/" path, Fixture, GUINT_TO_POINTER (CW_METHOD_##method),   \
              set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("step-of-another-method-is-refused", A, test_other_method);
  ADD ("level-must-be-there", A, test_wrong_level);
  ADD ("step-is-done-once", A, test_done_twice);
  g_test_add_func ("/model/package/flow-check/mandatory-steps-are-missed", test_missing);
  ADD ("vias-need-holes", A, test_no_holes);
  ADD ("bonding-points-need-open-passivation", A, test_closed_passivation);
  ADD ("openings-need-passivation", A, test_no_passivation);
  ADD ("planarising-without-filling-grinds-dies", A, test_grinds_active_surfaces);
  ADD ("filling-over-dies-must-go", A, test_covered);
  ADD ("literal-claim-144-is-accepted-with-warning", C, test_literal_claim_144);
  ADD ("sheet-that-stays-thick-is-noted", B, test_thick_sheet);
  ADD ("singulation-is-last", A, test_singulates_early);
  ADD ("hot-step-asks-what-is-there", A, test_cure_ladder);
  ADD ("removed-material-may-be-delicate", C, test_cure_of_temporary);
  g_test_add_func ("/model/package/flow-check/pairs-alone-are-named", test_two_alone);

  g_test_add_func ("/model/package/flow-check/any-flow-is-checked", test_any_flow);

  return g_test_run ();
}
