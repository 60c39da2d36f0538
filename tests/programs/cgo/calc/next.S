#if defined(__x86_64__)
	.text
	.globl next
next:
	leal 1(%rdi), %eax
	ret
#endif
	.section .note.GNU-stack,"",@progbits
