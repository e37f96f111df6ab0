/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "app/cli/cw-generate.h"
#include "io/xml/cw-xml.h"

static void
print_planted (const CwDesign *design, const GArray *planted)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < planted->len; i++)
    {
      const CwPlanted *one = &g_array_index (planted, CwPlanted, i);

      json_builder_begin_object (builder);
      cw_cli_add_string (builder, "kind", cw_rule_kind_get_name (one->kind));
      cw_cli_add_string (builder, "level", cw_technology_get_level (technology, one->level)->name);
      json_builder_set_member_name (builder, "at");
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, one->at.x);
      json_builder_add_int_value (builder, one->at.y);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cw_cli_print_json (builder);
}

static gboolean
is_sample (const char *name)
{
  const char *known;

  for (guint i = 0; (known = cw_generate_get_sample_name (i)) != NULL; i++)
    if (strcmp (name, known) == 0)
      return TRUE;

  return FALSE;
}

/**
 * cw_cli_generate:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Makes a design to measure with, or a sample.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_generate (int argc, char **argv)
{
  int n_items = 0;
  int n_planted = 0;
  int seed = 1;
  g_autofree char *sample = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "items", 0, 0, G_OPTION_ARG_INT, &n_items,
      N_ ("dies, die pads, vias and traces at least, of a design to measure with"), "N" },
    { "sample", 0, 0, G_OPTION_ARG_STRING, &sample, N_ ("a sample, such as two-die"), N_ ("NAME") },
    { "plant", 0, 0, G_OPTION_ARG_INT, &n_planted,
      N_ ("with --items: add so many violations of clearance, width and enclosure each, and print "
          "where as JSON"),
      "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("what chance begins with"), "S" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("a file that ends in .cwx"),
      N_ ("FILE") },
    { NULL },
  };
  GError *error = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GArray) planted = NULL;

  if (!cw_cli_parse (NULL, _ ("Makes a design to measure with, or a sample."), entries, &argc,
                     &argv, &error))
    return cw_cli_fail (error);
  if (argc > 1 || output == NULL || (sample == NULL) == (n_items <= 0))
    return cw_cli_fail (
        g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                             _ ("generate: needs -o FILE and either --items N or --sample NAME")));
  if (n_planted < 0 || (n_planted > 0 && sample != NULL))
    return cw_cli_fail (
        g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                             _ ("generate: --plant needs a number of at least 0, and --items")));
  if (sample != NULL && !is_sample (sample))
    return cw_cli_fail (g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                                     _ ("generate: there is no sample “%s”"), sample));

  design = sample != NULL ? cw_generate_sample (sample, (guint32) seed, &error)
                          : cw_generate_bench_planted ((guint32) n_items, (guint32) seed,
                                                       (guint) n_planted, &planted, &error);
  if (design == NULL || !cw_xml_write_file (design, output, &error))
    return cw_cli_fail (error);
  if (n_planted > 0)
    print_planted (design, planted);
  return CW_CLI_CLEAN;
}
