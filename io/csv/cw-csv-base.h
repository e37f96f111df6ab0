/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/csv/cw-csv-reader.h"

G_BEGIN_DECLS

CwDesign *cw_csv_base_new (CwDesign *base, const CwCsvReader *reader, CwBox content,
                           GError **error);
gboolean cw_csv_base_find_wiring_level (const CwCsvReader *reader, const CwDesign *design,
                                        guint8 *level, GError **error);

G_END_DECLS
