/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/base/cw-error.h"
#include "tests/model/package/flow-test.h"

typedef struct
{
  CwTechnology *technology;
  GError *error;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->technology = cw_technology_new_method (GPOINTER_TO_UINT (data), CW_SUBSTRATE_PLAIN, 2);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_error (&self->error);
  cw_technology_unref (self->technology);
}

static void
assert_refused (Fixture *self, gboolean done, const char *message)
{
  g_assert_false (done);
  g_assert_nonnull (self->error);
  g_assert_cmpstr (self->error->message, ==, message);
  g_clear_error (&self->error);
}

static CwStep
get_step (const CwTechnology *technology, CwStepKind kind, const char *level)
{
  const CwFlow *flow = cw_technology_get_flow (technology);
  gint index = cw_flow_find (flow, kind, cw_technology_find_level (technology, level));

  g_assert_cmpint (index, >=, 0);
  return flow->steps[index];
}

static void
test_level (Fixture *self, gconstpointer data)
{
  g_autoptr (CwTechnology) before = cw_technology_dup (self->technology);
  guint d1 = cw_technology_find_level (self->technology, "D1");
  CwLevel level = *cw_technology_get_level (self->technology, d1);

  level.material = (guint8) cw_technology_find_material (self->technology, "Benzocyclobutene");
  level.thickness = 9 * CW_UM;
  g_assert_true (cw_technology_set_level (self->technology, d1, &level, &self->error));
  g_assert_cmpint (cw_technology_get_level (self->technology, d1)->thickness, ==, 9000);
  g_assert_cmpint (get_step (self->technology, CW_STEP_DEPOSIT_DIELECTRIC, "D1").temperature, ==,
                   250000);
  g_assert_cmpint (get_step (before, CW_STEP_DEPOSIT_DIELECTRIC, "D1").temperature, ==, 230000);

  /* and back */
  level = *cw_technology_get_level (before, d1);
  g_assert_true (cw_technology_set_level (self->technology, d1, &level, &self->error));
  g_assert_true (cw_technology_equal (self->technology, before));
}

static void
test_bad_level (Fixture *self, gconstpointer data)
{
  g_autoptr (CwTechnology) before = cw_technology_dup (self->technology);
  g_autoptr (GRefString) taken = g_ref_string_new ("RDL1");
  guint d1 = cw_technology_find_level (self->technology, "D1");
  guint rdl2 = cw_technology_find_level (self->technology, "RDL2");
  guint passivation = cw_technology_find_level (self->technology, "PASS");
  CwLevel level = *cw_technology_get_level (self->technology, d1);

  level.thickness = 0;
  assert_refused (self, cw_technology_set_level (self->technology, d1, &level, &self->error),
                  "level thickness \"0\" is not in 0.001 … 10000 µm");
  level = *cw_technology_get_level (self->technology, d1);
  level.name = taken;
  assert_refused (self, cw_technology_set_level (self->technology, d1, &level, &self->error),
                  "level \"RDL1\" is there already");
  level = *cw_technology_get_level (self->technology, d1);
  level.material = 200;
  assert_refused (self, cw_technology_set_level (self->technology, d1, &level, &self->error),
                  "material \"200\" of level \"D1\" is not there");
  level = *cw_technology_get_level (self->technology, rdl2);
  level.kind = CW_LEVEL_BALL;
  assert_refused (self, cw_technology_set_level (self->technology, rdl2, &level, &self->error),
                  "level \"PASS\" lies above ball level \"RDL2\"");
  level = *cw_technology_get_level (self->technology, passivation);
  level.kind = CW_LEVEL_DIELECTRIC;
  assert_refused (self,
                  cw_technology_set_level (self->technology, passivation, &level, &self->error),
                  "rule \"ubm.4\" of kind enclosure cannot be about dielectric level \"PASS\"");
  g_assert_true (cw_technology_equal (self->technology, before));
}

static void
test_material (Fixture *self, gconstpointer data)
{
  g_autoptr (GRefString) taken = g_ref_string_new ("Copper");
  guint polyimide = cw_technology_find_material (self->technology, "Polyimide");
  CwMaterial material = *cw_technology_get_material (self->technology, polyimide);

  material.cure = 350000;
  g_assert_true (cw_technology_set_material (self->technology, polyimide, &material, &self->error));
  g_assert_cmpint (cw_technology_get_material (self->technology, polyimide)->cure, ==, 350000);
  g_assert_cmpint (get_step (self->technology, CW_STEP_DEPOSIT_DIELECTRIC, "D2").temperature, ==,
                   350000);
  material.name = taken;
  assert_refused (self,
                  cw_technology_set_material (self->technology, polyimide, &material, &self->error),
                  "material \"Copper\" is there already");
}

static void
test_rule (Fixture *self, gconstpointer data)
{
  guint n = cw_technology_get_n_rules (self->technology);
  CwRule rule = *cw_technology_get_rule (self->technology, 0);

  rule.value = 12 * CW_UM;
  g_assert_true (cw_technology_set_rule (self->technology, 0, &rule, &self->error));
  g_assert_cmpint (cw_technology_get_rule (self->technology, 0)->value, ==, 12000);
  rule.value = -1;
  assert_refused (self, cw_technology_set_rule (self->technology, 0, &rule, &self->error),
                  "rule value \"-0.001\" is not in 0 … 100000 µm");
  g_assert_cmpstr (cw_technology_get_rule (self->technology, 0)->name, ==, "rdl.1");
  g_assert_true (cw_technology_remove_rule (self->technology, 0));
  g_assert_cmpstr (cw_technology_get_rule (self->technology, 0)->name, ==, "rdl.2");
  g_assert_cmpuint (cw_technology_get_n_rules (self->technology), ==, n - 1);
  g_assert_false (cw_technology_remove_rule (self->technology, n));
}

/* the stack without level @out, and with @in below level @at; either may be missing */
static CwTechnology *
change (Fixture *self, const char *out, const char *at, const CwLevel *in,
        guint8 map[CW_MAX_LEVELS])
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (CwLevel));
  g_autoptr (GByteArray) from = g_byte_array_new ();
  const guint8 none = CW_LEVEL_NONE;

  for (guint8 i = 0; i < cw_technology_get_n_levels (self->technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (self->technology, i);

      if (at != NULL && strcmp (level->name, at) == 0)
        {
          g_array_append_vals (levels, in, 1);
          g_byte_array_append (from, &none, 1);
        }
      if (out != NULL && strcmp (level->name, out) == 0)
        continue;
      g_array_append_vals (levels, level, 1);
      g_byte_array_append (from, &i, 1);
    }

  return cw_technology_dup_with_levels (self->technology, (const CwLevel *) (gpointer) levels->data,
                                        levels->len, from->data, map, &self->error);
}

static void
test_stack_without (Fixture *self, gconstpointer data)
{
  guint8 map[CW_MAX_LEVELS];
  guint pass = cw_technology_find_level (self->technology, "PASS");
  guint n_rules = cw_technology_get_n_rules (self->technology);
  g_autoptr (CwTechnology) changed = change (self, "PASS", NULL, NULL, map);

  g_assert_no_error (self->error);
  g_assert_cmpuint (map[pass], ==, CW_LEVEL_NONE);
  g_assert_cmpuint (map[pass - 1], ==, pass - 1);
  g_assert_cmpuint (map[pass + 1], ==, pass);
  g_assert_cmpuint (map[CW_MAX_LEVELS - 1], ==, CW_LEVEL_NONE);
  /* ubm.4 was about it */
  g_assert_cmpuint (cw_technology_get_n_rules (changed), ==, n_rules - 1);
  g_assert_cmpint (
      cw_flow_find (cw_technology_get_flow (changed), CW_STEP_OPEN_PASSIVATION, CW_LEVEL_NONE), ==,
      -1);
  g_assert_cmpint (get_step (changed, CW_STEP_ATTACH_BALLS, "BALL").level, ==, pass + 1);
}

/* a flow changed by hand keeps its choices, and gets the steps of the new level in their place */
static void
test_stack_with (Fixture *self, gconstpointer data)
{
  g_autoptr (GRefString) name = g_ref_string_new ("EXTRA");
  guint d2 = cw_technology_find_level (self->technology, "D2");
  CwLevel level = *cw_technology_get_level (self->technology, d2);
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (self->technology);
  g_autoptr (CwFlow) chosen = NULL;
  g_autoptr (CwTechnology) changed = NULL;
  const CwFlow *remapped;
  CwStep step;
  gint index;

  flow_test_add_all (&flow, self->technology, CW_STEP_FILL_VIAS);
  index = cw_flow_find (flow, CW_STEP_DEPOSIT_WIRING,
                        cw_technology_find_level (self->technology, "RDL2"));
  step = flow->steps[index];
  step.temperature = 123000;
  chosen = cw_flow_dup_set_step (flow, (guint) index, &step);
  cw_technology_set_flow (self->technology, chosen);

  level.name = name;
  changed = change (self, NULL, "D2", &level, map);
  g_assert_no_error (self->error);
  remapped = cw_technology_get_flow (changed);
  flow_test_assert_clean (remapped, changed);
  g_assert_cmpuint (remapped->n_steps, ==, flow->n_steps + 2);
  g_assert_cmpint (get_step (changed, CW_STEP_DEPOSIT_WIRING, "RDL2").temperature, ==, 123000);
  g_assert_cmpint (get_step (changed, CW_STEP_FILL_VIAS, "D2").level, ==, d2 + 1);
  index = cw_flow_find (remapped, CW_STEP_DEPOSIT_DIELECTRIC, d2);
  g_assert_cmpint (remapped->steps[index - 1].kind, ==, CW_STEP_DEPOSIT_WIRING);
  g_assert_cmpint (remapped->steps[index + 1].kind, ==, CW_STEP_OPEN_HOLES);
  g_assert_cmpuint (remapped->steps[index + 1].level, ==, d2);
}

static void
test_bad_stack (Fixture *self, gconstpointer data)
{
  g_autoptr (GRefString) name = g_ref_string_new ("EXTRA");
  CwLevel level = *cw_technology_get_level (self->technology,
                                            cw_technology_find_level (self->technology, "DIE"));
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwTechnology) changed = NULL;

  level.name = name;
  changed = change (self, NULL, "D2", &level, map);
  assert_refused (self, changed != NULL, "level \"EXTRA\" is a second die level");
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (CwFlow) thinned = cw_technology_dup_flow (self->technology);
  g_autoptr (CwFlow) flow = NULL;
  guint thin = cw_technology_find_level (self->technology, "THIN");
  guint pad = cw_technology_find_level (self->technology, "PAD");
  CwLevel level = *cw_technology_get_level (self->technology, thin);

  level.thickness = 40 * CW_UM;
  g_assert_true (cw_technology_set_level (self->technology, thin, &level, &self->error));
  g_assert_cmpint (get_step (self->technology, CW_STEP_PROVIDE_SHEET, "THIN").thickness, ==, 80000);

  flow = cw_flow_dup_without_step (
      thinned, self->technology, (guint) cw_flow_find (thinned, CW_STEP_THIN_SHEET, CW_LEVEL_NONE));
  cw_technology_set_flow (self->technology, flow);
  g_assert_cmpint (get_step (self->technology, CW_STEP_PROVIDE_SHEET, "THIN").thickness, ==, 40000);
  level.thickness = 30 * CW_UM;
  g_assert_true (cw_technology_set_level (self->technology, thin, &level, &self->error));
  g_assert_cmpint (get_step (self->technology, CW_STEP_PROVIDE_SHEET, "THIN").thickness, ==, 30000);

  level = *cw_technology_get_level (self->technology, pad);
  level.thickness = 8 * CW_UM;
  g_assert_true (cw_technology_set_level (self->technology, pad, &level, &self->error));
  g_assert_cmpint (get_step (self->technology, CW_STEP_APPLY_FILM, "PAD").thickness, ==, 8000);
  flow_test_assert_clean (cw_technology_get_flow (self->technology), self->technology);
}

#define ADD(path, method, test)                                                                    \
  g_test_add ("/model/package/technology-edit/" path, Fixture,                                     \
              GUINT_TO_POINTER (CW_METHOD_##method), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("level-is-replaced-and-the-flow-follows", A, test_level);
  ADD ("bad-level-is-refused-and-changes-nothing", A, test_bad_level);
  ADD ("material-is-replaced-and-the-flow-follows", A, test_material);
  ADD ("rule-is-replaced-or-removed", A, test_rule);
  ADD ("level-taken-out-takes-rules-and-steps-along", A, test_stack_without);
  ADD ("level-put-in-keeps-choices-of-the-flow", A, test_stack_with);
  ADD ("bad-stack-is-refused", A, test_bad_stack);
  ADD ("sheet-and-film-follow-the-stack", B, test_sheet);

  return g_test_run ();
}
