/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section.h"

G_BEGIN_DECLS

CwSection *cw_section_new_take (GArray *pieces, CwCoord length, gboolean is_turned,
                                const CwPoint *line, gsize n_points);

G_END_DECLS
