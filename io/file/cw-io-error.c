/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-io-error.h"

G_DEFINE_QUARK (CwIoError, cw_io_error)
