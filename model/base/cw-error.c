/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-error.h"

G_DEFINE_QUARK (CwModelError, cw_model_error)
