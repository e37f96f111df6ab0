/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "model/base/cw-length.h"
#include "model/check/cw-waivers.h"
#include "model/connect/cw-connect.h"
#include "model/design/cw-edit.h"

static gboolean
set_rule (CwTechnology *technology, const char *assignment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  CwCoord value;

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not of the form RULE=VALUE"), assignment);
      return FALSE;
    }
  if (!cw_length_parse (parts[1], CW_UNIT_UM, &value, error))
    return FALSE;
  if (value < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s”: a rule needs a value of at least 0"), assignment);
      return FALSE;
    }
  if (cw_technology_set_rule_value (technology, parts[0], value) == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("there is no rule or kind of rule “%s”"), parts[0]);
      return FALSE;
    }
  return TRUE;
}

/* the design with other rule values, which the file does not keep */
static CwDesign *
with_rules (CwDesign *design, char **assignments, GError **error)
{
  g_autoptr (CwTechnology) technology = NULL;
  g_autoptr (CwEdit) edit = NULL;

  if (assignments == NULL)
    return cw_design_ref (design);

  technology = cw_technology_dup (cw_design_get_technology (design));
  for (char **assignment = assignments; *assignment != NULL; assignment++)
    if (!set_rule (technology, *assignment, error))
      return NULL;

  edit = cw_edit_new (design);
  if (!cw_edit_set_technology (edit, technology, error))
    return NULL;
  return cw_edit_finish (edit, NULL);
}

static void
add_items (JsonBuilder *builder, const CwDesign *design, const CwViolation *violation)
{
  guint n = (violation->items[0] != CW_ID_NONE) + (violation->items[1] != CW_ID_NONE);

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      CwId id = violation->items[i];
      g_autofree char *text = g_strdup_printf (
          "%s %u", cw_item_class_get (cw_id_get_kind (id))->name, cw_id_get_number (id));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "nets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, cw_design_get_net_name (design, violation->nets[i]));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "names");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name
          = cw_connect_dup_item_name (design, violation->items[i], violation->parts[i]);

      json_builder_add_string_value (builder, name);
    }
  json_builder_end_array (builder);
}

static void
add_violation (JsonBuilder *builder, const CwDesign *design, const CwViolation *violation,
               const CwWaiver *waiver)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autofree char *text = cw_violation_format (violation, design);

  json_builder_begin_object (builder);
  cw_cli_add_string (builder, "rule", cw_violation_get_rule_name (violation, design));
  cw_cli_add_string (builder, "kind", cw_rule_kind_get_name (violation->kind));
  cw_cli_add_string (builder, "severity", cw_severity_get_name (violation->severity));
  cw_cli_add_integer (builder, "found_nm", violation->found);
  cw_cli_add_integer (builder, "needed_nm", violation->needed);
  add_items (builder, design, violation);
  json_builder_set_member_name (builder, "at");
  json_builder_begin_array (builder);
  for (guint i = 0; i < 2; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, violation->at[i].x);
      json_builder_add_int_value (builder, violation->at[i].y);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  cw_cli_add_string (builder, "level",
                     violation->level != CW_LEVEL_NONE
                         ? cw_technology_get_level (technology, violation->level)->name
                         : "");
  cw_cli_add_string (builder, "text", text);
  if (waiver != NULL)
    {
      cw_cli_add_string (builder, "waived", waiver->reason);
      cw_cli_add_string (builder, "waived_on", waiver->date != NULL ? waiver->date : "");
    }
  json_builder_end_object (builder);
}

/* the violations with a waiver, or those without */
static void
add_violations (JsonBuilder *builder, const CwCheckResult *result, const CwWaivers *waivers,
                gboolean waived)
{
  const CwDesign *design = cw_check_result_get_design (result);

  json_builder_begin_array (builder);
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      CwId waiver = cw_waivers_find (waivers, violation);

      if ((waiver != CW_ID_NONE) == waived)
        add_violation (builder, design, violation, cw_design_get_waiver (design, waiver));
    }
  json_builder_end_array (builder);
}

static void
print_json (const CwCheckResult *result, const CwWaivers *waivers, double seconds)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const CwDesign *design = cw_check_result_get_design (result);
  const CwTechnology *technology = cw_design_get_technology (design);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, cw_check_result_is_complete (result));
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, seconds);
  json_builder_set_member_name (builder, "disabled_rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    if (cw_technology_get_rule (technology, i)->severity == CW_SEVERITY_OFF)
      json_builder_add_string_value (builder, cw_technology_get_rule (technology, i)->name);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "violations");
  add_violations (builder, result, waivers, FALSE);
  json_builder_set_member_name (builder, "waived");
  add_violations (builder, result, waivers, TRUE);
  json_builder_end_object (builder);
  cw_cli_print_json (builder);
}

static void
print_text (const CwCheckResult *result, const CwWaivers *waivers, gboolean with_waived,
            double seconds)
{
  const CwDesign *design = cw_check_result_get_design (result);
  gsize n_all = cw_check_result_get_n_violations (result);
  gsize n = 0;

  for (gsize i = 0; i < n_all; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      const CwWaiver *waiver = cw_design_get_waiver (design, cw_waivers_find (waivers, violation));
      g_autofree char *text = cw_violation_format (violation, design);

      n += waiver == NULL;
      if (waiver == NULL)
        g_print ("%s\n", text);
      else if (with_waived)
        g_print (_ ("%s; waived: %s\n"), text, waiver->reason);
    }
  if (n < n_all)
    g_print (
        ngettext ("%zu violation, %zu waived, %.3f s\n", "%zu violations, %zu waived, %.3f s\n", n),
        n, n_all - n, seconds);
  else
    g_print (ngettext ("%zu violation, %.3f s\n", "%zu violations, %.3f s\n", n), n, seconds);
}

static gsize
count_open (const CwCheckResult *result, const CwWaivers *waivers)
{
  gsize n = 0;

  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    n += cw_waivers_find (waivers, cw_check_result_get_violation (result, i)) == CW_ID_NONE;

  return n;
}

/**
 * cw_cli_check:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Checks a design.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_check (int argc, char **argv)
{
  gboolean json = FALSE;
  gboolean waived = FALSE;
  int n_threads = 0;
  g_auto (GStrv) assignments = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print JSON"), NULL },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
      N_ ("value of a rule, or of all rules of a kind; a bare number is micrometres"),
      N_ ("RULE=VALUE") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, N_ ("how many threads work; 0: all"), "N" },
    { "waived", 0, 0, G_OPTION_ARG_NONE, &waived, N_ ("list waived violations too"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  CwCheckOptions options;
  g_autoptr (CwDesign) read = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  g_autoptr (CwWaivers) waivers = NULL;
  gint64 begin;
  double seconds;

  if (!cw_cli_parse (_ ("FILE"), _ ("Checks a design against its rules."), entries, &argc, &argv,
                     &error)
      || !cw_cli_take_file (argc, argv, &file, &error)
      || (read = cw_cli_read (file, &error)) == NULL
      || (design = with_rules (read, assignments, &error)) == NULL)
    return cw_cli_fail (error);

  if (n_threads < 0)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                                             _ ("check: --threads is a number from 0")));

  options = cw_cli_get_check_options (n_threads);
  begin = g_get_monotonic_time ();
  result = cw_check_run (design, &options, &error);
  seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  cw_cli_end_progress ();
  if (result == NULL)
    return cw_cli_fail (error);

  waivers = cw_waivers_new (design);
  if (json)
    print_json (result, waivers, seconds);
  else
    print_text (result, waivers, waived, seconds);
  return count_open (result, waivers) > 0 ? CW_CLI_VIOLATIONS : CW_CLI_CLEAN;
}
