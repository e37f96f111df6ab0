/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "model/check/cw-check.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwCliExit:
 * @CW_CLI_CLEAN: the work is done and nothing is wrong
 * @CW_CLI_VIOLATIONS: rules are broken
 * @CW_CLI_BAD: bad input or bad use
 *
 * Exit codes that scripts rely on.
 */
typedef enum
{
  CW_CLI_CLEAN = 0,
  CW_CLI_VIOLATIONS = 1,
  CW_CLI_BAD = 2,
} CwCliExit;

CwCliExit cw_cli_info (int argc, char **argv);
CwCliExit cw_cli_check (int argc, char **argv);
CwCliExit cw_cli_claims (int argc, char **argv);
CwCliExit cw_cli_import (int argc, char **argv);
CwCliExit cw_cli_export (int argc, char **argv);
CwCliExit cw_cli_section (int argc, char **argv);
CwCliExit cw_cli_panel (int argc, char **argv);
CwCliExit cw_cli_traveller (int argc, char **argv);
CwCliExit cw_cli_plot (int argc, char **argv);
CwCliExit cw_cli_generate (int argc, char **argv);
CwCliExit cw_cli_bench (int argc, char **argv);

CwCliExit cw_cli_fail (GError *error);
gboolean cw_cli_parse (const char *command, const char *summary, const GOptionEntry *entries,
                       int *argc, char ***argv, GError **error);
gboolean cw_cli_take_file (int argc, char **argv, const char **file, GError **error);
CwDesign *cw_cli_read (const char *file, GError **error);
gboolean cw_cli_write (const char *file, GBytes *bytes, GError **error);
void cw_cli_add_integer (JsonBuilder *builder, const char *name, gint64 value);
void cw_cli_add_string (JsonBuilder *builder, const char *name, const char *value);
void cw_cli_print_json (JsonBuilder *builder);
GArray *cw_cli_parse_points (const char *text, gsize n_min, gsize n_max, GError **error);
gboolean cw_cli_parse_size (const char *text, int *width, int *height, GError **error);
CwCheckOptions cw_cli_get_check_options (int n_threads);
void cw_cli_end_progress (void);

G_END_DECLS
