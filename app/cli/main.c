/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/cli/cw-cli.h"
#include "io/file/cw-file.h"

static const struct
{
  const char *name;
  const char *summary;
  CwCliExit (*run) (int argc, char **argv);
} commands[] = {
  { "info", N_ ("count what a design holds"), cw_cli_info },
  { "check", N_ ("check a design against its rules"), cw_cli_check },
  { "claims", N_ ("tell which claims designs satisfy"), cw_cli_claims },
  { "import", N_ ("make a design of tables of pads, balls, routes or nets"), cw_cli_import },
  { "export", N_ ("write files for a fab"), cw_cli_export },
  { "section", N_ ("cut a design along a line"), cw_cli_section },
  { "traveller", N_ ("write each process step with its picture"), cw_cli_traveller },
  { "panel", N_ ("count and draw the units on the panel"), cw_cli_panel },
  { "plot", N_ ("draw the plan of a design"), cw_cli_plot },
  { "generate", N_ ("make a design to measure with, or a sample"), cw_cli_generate },
  { "bench", N_ ("measure the engines"), cw_cli_bench },
};

static void
print_help (void)
{
  g_print ("%s\n\n%s\n", _ ("Usage: chipwright-cli COMMAND …"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s%s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n", _ ("“chipwright-cli COMMAND --help” tells more."),
           _ ("Exit code: 0 clean, 1 violations found, 2 bad input or use."));
}

/* what a script reads is whole, or the exit code says so; a reader that has seen enough is no error */
static int
finish (CwCliExit code)
{
  struct pollfd reader = { .fd = STDOUT_FILENO, .events = POLLOUT };

  if (fflush (stdout) == 0 && !ferror (stdout))
    return code;
  if (poll (&reader, 1, 0) == 1 && (reader.revents & POLLERR) != 0)
    return code;

  g_printerr ("chipwright-cli: %s\n", _ ("stdout: cannot be written"));
  return CW_CLI_BAD;
}

static CwCliExit
run_command (int argc, char *argv[], guint index)
{
  g_autofree char *name = g_strdup_printf ("chipwright-cli %s", commands[index].name);

  g_set_prgname (name); /* help begins with it */
  return commands[index].run (argc - 1, argv + 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  textdomain (GETTEXT_PACKAGE);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  cw_file_ignore_signals ();

  if (argc < 2)
    {
      print_help ();
      return finish (CW_CLI_BAD);
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return finish (CW_CLI_CLEAN);
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("chipwright-cli %s\n", CW_VERSION);
      return finish (CW_CLI_CLEAN);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return finish (run_command (argc, argv, i));

  g_printerr (_ ("chipwright-cli: there is no command “%s”; --help lists them\n"), argv[1]);
  return CW_CLI_BAD;
}
