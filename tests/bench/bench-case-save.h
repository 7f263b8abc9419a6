/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Prints for each of many saves how long it took, and a bare commit of as many bytes to a copy of the file: in ms. */
void bench_save_cases (const char *folder);
