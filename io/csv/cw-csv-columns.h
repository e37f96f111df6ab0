/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/csv/cw-csv-reader.h"

G_BEGIN_DECLS

gboolean cw_csv_columns_find (CwCsvReader *reader, const CwCsvFieldUse *uses, gsize n_uses,
                              GError **error);

G_END_DECLS
