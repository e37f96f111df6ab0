/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "app/cli/cw-generate.h"
#include "io/file/cw-file.h"
#include "io/xml/cw-xml.h"
#include "model/check/cw-check.h"
#include "model/claims/cw-claim-coverage.h"
#include "model/claims/cw-claim.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"
#include "model/process/cw-flow-windows.h"

static GBytes *
load (const char *name)
{
  g_autofree char *file
      = g_strconcat (strcmp (name, "two-die") == 0 ? "two-die-fan-out" : name, ".cwx", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", file, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cw_file_read (path, CW_FILE_MAX, &error);

  g_assert_no_error (error);
  return bytes;
}

static CwDesign *
read_sample (const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;
  CwDesign *design = cw_xml_read (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return design;
}

static void
assert_same_bytes (const char *name, GBytes *a, GBytes *b)
{
  gsize size_a;
  gsize size_b;
  const char *data_a = g_bytes_get_data (a, &size_a);
  const char *data_b = g_bytes_get_data (b, &size_b);

  g_test_message ("%s", name);
  g_assert_cmpmem (data_a, size_a, data_b, size_b);
}

static void
test_files_are_what_the_generator_makes (void)
{
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwDesign) design = cw_generate_sample (name, 1, &error);
      g_autoptr (GBytes) shipped = load (name);
      g_autoptr (GBytes) made = NULL;

      g_assert_no_error (error);
      made = cw_xml_write (design);
      assert_same_bytes (name, shipped, made);
    }
}

static void
test_there_are_no_other_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;
  guint n_names = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  while (cw_generate_get_sample_name (n_names) != NULL)
    n_names++;
  g_assert_cmpuint (n_files, ==, n_names);
}

static void
test_samples_come_out_as_they_went_in (void)
{
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (CwDesign) design = read_sample (name);
      g_autoptr (GBytes) shipped = load (name);
      g_autoptr (GBytes) written = cw_xml_write (design);

      assert_same_bytes (name, shipped, written);
    }
}

static CwCheckResult *
check (CwDesign *design)
{
  const CwCheckOptions options = { .n_threads = 1 };
  g_autoptr (GError) error = NULL;
  CwCheckResult *result = cw_check_run (design, &options, &error);

  g_assert_no_error (error);
  g_assert_true (cw_check_result_is_complete (result));
  return result;
}

static void
test_all_but_the_broken_one_are_clean (void)
{
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (CwDesign) design = read_sample (name);
      g_autoptr (CwCheckResult) result = check (design);

      if (strcmp (name, "broken") == 0)
        continue;
      for (gsize k = 0; k < cw_check_result_get_n_violations (result); k++)
        {
          g_autofree char *text
              = cw_violation_format (cw_check_result_get_violation (result, k), design);

          g_test_message ("%s: %s", name, text);
        }
      g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 0);
    }
}

/* the one with figures of its own, and the one that is broken, need not be */
static void
test_steps_keep_to_their_windows (void)
{
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (CwDesign) design = read_sample (name);
      g_autoptr (GPtrArray) findings = cw_flow_check_windows (design);

      if (strcmp (name, "broken") == 0 || strcmp (name, "two-die") == 0)
        continue;
      for (guint k = 0; k < findings->len; k++)
        {
          const CwFlowFinding *finding = g_ptr_array_index (findings, k);

          g_test_message ("%s: %s (%s)", name, finding->what, finding->source);
        }
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
test_broken_one_breaks_each_rule_once (void)
{
  g_autoptr (CwDesign) design = read_sample ("broken");
  g_autoptr (CwCheckResult) result = check (design);
  guint n[CW_N_RULE_KINDS] = { 0 };

  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    n[cw_check_result_get_violation (result, i)->kind]++;
  for (CwRuleKind kind = 0; kind < CW_N_RULE_KINDS; kind++)
    {
      g_test_message ("%s", cw_rule_kind_get_name (kind));
      g_assert_cmpuint (n[kind], ==, kind >= CW_RULE_PAD_NET ? 1 : 0);
    }
}

static void
test_together_they_satisfy_every_claim (void)
{
  guint n_satisfied[CW_N_CLAIMS + 1] = { 0 };
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (CwDesign) design = read_sample (name);
      g_autoptr (CwClaimCoverage) coverage = cw_claim_coverage_new (design);

      for (guint claim = 1; claim <= CW_N_CLAIMS; claim++)
        {
          CwClaimState state = cw_claim_coverage_get_state (coverage, claim);

          n_satisfied[claim] += state == CW_CLAIM_SATISFIED;
          if (state != CW_CLAIM_VIOLATED || strcmp (name, "broken") == 0)
            continue;
          g_test_message ("%s violates claim %u: %s", name, claim,
                          cw_claim_coverage_get_reason (coverage, claim));
          g_test_fail ();
        }
    }

  for (guint claim = 1; claim <= CW_N_CLAIMS; claim++)
    {
      g_test_message ("claim %u", claim);
      g_assert_cmpuint (n_satisfied[claim], >, 0);
    }
}

/* what the samples have among them, a bit for each value */
typedef struct
{
  guint packages; /* of method, one die or several, one, two or more wiring levels */
  guint substrates;
  guint panels;
  guint groups;
  guint depositions;
  guint balls;
  guint fills;
  guint forms;
  guint buses;
} Seen;

static gboolean
see_pad (CwId id, gconstpointer item, gpointer user_data)
{
  Seen *seen = user_data;

  seen->balls |= 1u << ((const CwBondingPad *) item)->ball.kind;
  return TRUE;
}

static gboolean
see_via (CwId id, gconstpointer item, gpointer user_data)
{
  Seen *seen = user_data;

  seen->fills |= 1u << ((const CwVia *) item)->fill;
  return TRUE;
}

static gboolean
see_passive (CwId id, gconstpointer item, gpointer user_data)
{
  Seen *seen = user_data;

  seen->forms |= 1u << ((const CwPassive *) item)->form;
  return TRUE;
}

static gboolean
see_bus (CwId id, gconstpointer item, gpointer user_data)
{
  Seen *seen = user_data;

  seen->buses |= 1u << ((const CwBus *) item)->kind;
  return TRUE;
}

static void
see (Seen *seen, const CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
  gboolean is_multi = cw_design_get_n_items (design, CW_ITEM_DIE) > 1;
  guint n_levels = MIN (cw_technology_get_n_wiring_levels (technology), 3);

  seen->packages |= 1u << ((flow->method * 2 + (guint) is_multi) * 3 + n_levels - 1);
  seen->substrates |= 1u << cw_technology_get_substrate (technology);
  seen->panels |= 1u << cw_technology_get_panel (technology)->kind;
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      if (level->material != CW_MATERIAL_NONE)
        seen->groups |= 1u << cw_technology_get_material (technology, level->material)->group;
      if (level->kind == CW_LEVEL_WIRING)
        seen->depositions |= 1u << level->deposition;
    }
  cw_design_foreach (design, CW_ITEM_BONDING_PAD, see_pad, seen);
  cw_design_foreach (design, CW_ITEM_VIA, see_via, seen);
  cw_design_foreach (design, CW_ITEM_PASSIVE, see_passive, seen);
  cw_design_foreach (design, CW_ITEM_BUS, see_bus, seen);
}

/* all of @n values */
static guint
every (guint n)
{
  return (1u << n) - 1;
}

static void
test_together_they_have_every_choice (void)
{
  Seen seen = { 0 };
  const char *name;

  for (guint i = 0; (name = cw_generate_get_sample_name (i)) != NULL; i++)
    {
      g_autoptr (CwDesign) design = read_sample (name);

      if (strcmp (name, "broken") != 0)
        see (&seen, design);
    }

  g_assert_cmphex (seen.packages, ==, every (CW_N_METHODS * 2 * 3));
  g_assert_cmphex (seen.substrates, ==, every (CW_N_SUBSTRATE_KINDS));
  g_assert_cmphex (seen.panels | 1, ==, every (CW_N_PANEL_KINDS));
  g_assert_cmphex (seen.groups | 1, ==, every (CW_N_MATERIAL_GROUPS));
  g_assert_cmphex (seen.depositions | 1, ==, every (CW_N_DEPOSITIONS));
  g_assert_cmphex (seen.balls, ==, every (CW_N_BALL_KINDS));
  g_assert_cmphex (seen.fills, ==, every (CW_N_VIA_FILLS));
  g_assert_cmphex (seen.forms, ==, every (CW_N_PASSIVE_FORMS));
  g_assert_cmphex (seen.buses, ==, every (CW_N_BUS_KINDS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/app/cli/samples/" name, func)
  ADD ("files-are-what-the-generator-makes", test_files_are_what_the_generator_makes);
  ADD ("there-are-no-other-files", test_there_are_no_other_files);
  ADD ("samples-come-out-as-they-went-in", test_samples_come_out_as_they_went_in);
  ADD ("all-but-the-broken-one-are-clean", test_all_but_the_broken_one_are_clean);
  ADD ("steps-keep-to-their-windows", test_steps_keep_to_their_windows);
  ADD ("broken-one-breaks-each-rule-once", test_broken_one_breaks_each_rule_once);
  ADD ("together-they-satisfy-every-claim", test_together_they_satisfy_every_claim);
  ADD ("together-they-have-every-choice", test_together_they_have_every_choice);
#undef ADD

  return g_test_run ();
}
