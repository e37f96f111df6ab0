/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-passive.h"

G_BEGIN_DECLS

const char *cw_passive_form_get_label (CwPassiveForm form);
const char *cw_passive_parameter_get_label (CwPassiveForm form, CwPassiveParameter parameter);
char *cw_passive_dup_value_text (const CwPassive *passive, const CwTechnology *technology,
                                 gboolean *in_range);

G_END_DECLS
