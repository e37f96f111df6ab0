/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "model/claims/cw-claim-coverage.h"

/* what some file makes of each claim: satisfied when one satisfies it */
typedef struct
{
  CwClaimState states[CW_N_CLAIMS + 1]; /* by number */
  gboolean is_violated;
} Total;

static void
add_to_total (Total *total, const CwClaimCoverage *coverage)
{
  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    {
      CwClaimState state = cw_claim_coverage_get_state (coverage, i);

      total->is_violated |= state == CW_CLAIM_VIOLATED;
      if (state == CW_CLAIM_SATISFIED || total->states[i] == CW_CLAIM_NOT_USED)
        total->states[i] = state;
    }
}

static guint
count (const Total *total, CwClaimState state)
{
  guint n = 0;

  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    n += total->states[i] == state;

  return n;
}

static void
add_claim (JsonBuilder *builder, const CwClaimCoverage *coverage, guint number)
{
  const CwClaim *claim = cw_claim_get (number);
  CwBox area = cw_claim_coverage_get_area (coverage, number);
  gsize n_items;
  const CwId *items = cw_claim_coverage_get_items (coverage, number, &n_items);

  json_builder_begin_object (builder);
  cw_cli_add_integer (builder, "number", number);
  json_builder_set_member_name (builder, "parents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (claim->parents); i++)
    if (claim->parents[i] != 0)
      json_builder_add_int_value (builder, claim->parents[i]);
  json_builder_end_array (builder);
  cw_cli_add_string (builder, "state",
                     cw_claim_state_get_name (cw_claim_coverage_get_state (coverage, number)));
  cw_cli_add_string (builder, "text", claim->text);
  cw_cli_add_string (builder, "reason", cw_claim_coverage_get_reason (coverage, number));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_items; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%s %u", cw_item_class_get (cw_id_get_kind (items[i]))->name,
                             cw_id_get_number (items[i]));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
  if (!cw_box_is_empty (area))
    {
      const CwCoord numbers[] = { area.min.x, area.min.y, area.max.x, area.max.y };

      json_builder_set_member_name (builder, "area");
      json_builder_begin_array (builder);
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        json_builder_add_int_value (builder, numbers[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (char *const *files, const GPtrArray *coverages, const Total *total)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < coverages->len; i++)
    {
      json_builder_begin_object (builder);
      cw_cli_add_string (builder, "file", files[i]);
      json_builder_set_member_name (builder, "claims");
      json_builder_begin_array (builder);
      for (guint number = 1; number <= CW_N_CLAIMS; number++)
        add_claim (builder, g_ptr_array_index (coverages, i), number);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  for (guint state = 0; state < CW_N_CLAIM_STATES; state++)
    cw_cli_add_integer (builder, cw_claim_state_get_name (state), count (total, state));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  cw_cli_print_json (builder);
}

static const char *
get_word (CwClaimState state)
{
  static const char *const words[] = { N_ ("not used"), N_ ("satisfied"), N_ ("violated") };

  return _ (words[state]);
}

static void
print_coverage (const CwClaimCoverage *coverage, gboolean all)
{
  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    {
      CwClaimState state = cw_claim_coverage_get_state (coverage, i);

      if (all || state != CW_CLAIM_NOT_USED)
        g_print ("%5u  %s: %s\n       %s\n", i, get_word (state), _ (cw_claim_get (i)->text),
                 cw_claim_coverage_get_reason (coverage, i));
    }
  g_print (_ ("%u satisfied, %u violated, %u not used\n"),
           cw_claim_coverage_count (coverage, CW_CLAIM_SATISFIED),
           cw_claim_coverage_count (coverage, CW_CLAIM_VIOLATED),
           cw_claim_coverage_count (coverage, CW_CLAIM_NOT_USED));
}

static void
print_numbers (const Total *total, CwClaimState state)
{
  if (count (total, state) == 0)
    return;

  g_print ("%s:", get_word (state));
  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    if (total->states[i] == state)
      g_print (" %u", i);
  g_print ("\n");
}

static void
print_text (char *const *files, const GPtrArray *coverages, const Total *total, gboolean all)
{
  for (guint i = 0; i < coverages->len; i++)
    {
      if (coverages->len > 1)
        g_print ("%s%s\n", i > 0 ? "\n" : "", files[i]);
      print_coverage (g_ptr_array_index (coverages, i), all);
    }
  if (coverages->len < 2)
    return;

  g_print (_ ("\nall files together: %u satisfied, %u violated, %u not used\n"),
           count (total, CW_CLAIM_SATISFIED), count (total, CW_CLAIM_VIOLATED),
           count (total, CW_CLAIM_NOT_USED));
  print_numbers (total, CW_CLAIM_VIOLATED);
  print_numbers (total, CW_CLAIM_NOT_USED);
}

/**
 * cw_cli_claims:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Tells what designs make of the claims.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_claims (int argc, char **argv)
{
  gboolean json = FALSE;
  gboolean all = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print JSON"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("tell also what is missing for the others"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) coverages
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_claim_coverage_unref);
  Total total = { 0 };
  GError *error = NULL;

  if (!cw_cli_parse (_ ("FILE…"), _ ("Tells which claims designs satisfy, violate or do not use."),
                     entries, &argc, &argv, &error))
    return cw_cli_fail (error);
  if (files == NULL)
    return cw_cli_fail (g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                     _ ("%s: a file is missing; --help tells more"), argv[0]));

  for (char **file = files; *file != NULL; file++)
    {
      g_autoptr (CwDesign) design = cw_cli_read (*file, &error);
      CwClaimCoverage *coverage;

      if (design == NULL)
        return cw_cli_fail (error);
      coverage = cw_claim_coverage_new (design);
      add_to_total (&total, coverage);
      g_ptr_array_add (coverages, coverage);
    }

  if (json)
    print_json (files, coverages, &total);
  else
    print_text (files, coverages, &total, all);
  return total.is_violated ? CW_CLI_VIOLATIONS : CW_CLI_CLEAN;
}
