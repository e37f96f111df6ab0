/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section.h"

G_BEGIN_DECLS

GArray *cw_section_build (const CwDesign *design, const CwPoint *line, gsize n_points,
                          CwCoord *length);

G_END_DECLS
