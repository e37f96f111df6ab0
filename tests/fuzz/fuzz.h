/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* what libFuzzer calls, under the name that it knows */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
