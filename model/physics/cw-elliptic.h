/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double cw_elliptic_k (double modulus);
double cw_elliptic_ratio (double modulus, double complement);

G_END_DECLS
