/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/csv/cw-csv-options.h"
#include "io/file/cw-report.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

CwDesign *cw_csv_import_pads (CwDesign *base, GBytes *bytes, const char *name,
                              const CwCsvOptions *options, CwReport *report, GError **error);
CwDesign *cw_csv_import_balls (CwDesign *base, GBytes *bytes, const char *name,
                               const CwCsvOptions *options, CwReport *report, GError **error);
CwDesign *cw_csv_import_routes (CwDesign *base, GBytes *bytes, const char *name,
                                const CwCsvOptions *options, CwReport *report, GError **error);
CwDesign *cw_csv_import_nets (CwDesign *base, GBytes *bytes, const char *name,
                              const CwCsvOptions *options, CwReport *report, GError **error);

G_END_DECLS
